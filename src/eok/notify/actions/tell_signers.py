"""Tell who must sign along, and tell the applicant what they answered.

There is no case yet, so no `Message` either: what became of the telling is noted in the request. The text carries a
link without power and nothing personal.
"""

from collections.abc import Mapping

from django.conf import settings

from eok.accounts import queries as accounts
from eok.applications import cosigning
from eok.applications.actions.note_told import note_told
from eok.applications.events import SignatureAnswered, SignatureAsked
from eok.applications.models import Draft, SignatureRequest
from eok.catalogue import queries as catalogue
from eok.core.outbox.worker import PermanentError
from eok.krds import filters
from eok.notify import texts
from eok.notify.channels.base import DeliveryError, Outgoing
from eok.notify.channels.registry import channel, channels
from eok.offices import queries as offices

SMS = "sms"


def ask_signer(event: SignatureAsked) -> None:
    """`later` reaction, outside: a message to the phone the applicant gave; nothing for what is over meanwhile."""
    request = SignatureRequest.objects.filter(pk=event.request_id, state="asked").first()
    draft = Draft.objects.filter(pk=request.draft_id).first() if request else None
    if request is None or draft is None:
        return
    said = _said("signature_asked", draft, f"/sign/{request.link}/", filters.datetime_ko(request.expires_at))
    message = Outgoing(f"sign:{request.link}", cosigning.content_of(request)["phone"], *said)
    try:
        receipt = channel(SMS).deliver(message)
    except DeliveryError as error:
        if not error.permanent:
            raise
        note_told(request_id=request.pk, told="failed")
        raise PermanentError(str(error)) from error
    note_told(request_id=request.pk, told=receipt.state)


def tell_applicant(event: SignatureAnswered) -> None:
    """`later` reaction, outside: that there is an answer; which one is read on the page."""
    request = SignatureRequest.objects.filter(pk=event.request_id).first()
    draft = Draft.objects.select_related("person").filter(pk=request.draft_id).first() if request else None
    if request is None or draft is None:
        return
    said = _said("signature_answered", draft, f"/drafts/{draft.pk}/signers/", "")
    profile = accounts.profile(draft.person)
    for one in channels():
        to = one.address(profile)
        if to:
            one.deliver(Outgoing(f"signed:{request.link}:{one.name}", to, *said))


def _said(key: str, draft: Draft, path: str, until: str) -> tuple[str, str]:
    """Title and text."""
    notice = texts.notice(key)
    places: Mapping[str, str] = {
        "district": offices.district().name,
        "service": catalogue.get(draft.service_id).name.ko,
        "until": until,
        "link": f"{settings.EOK_BASE_URL}{path}",
    }
    return notice.title, notice.short.format_map(places)

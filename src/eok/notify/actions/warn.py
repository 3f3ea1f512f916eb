"""Tell somebody that a draft will go, on the channels the person has; kept nowhere, for a draft is no case.

Where the district sends by hand, nobody does so for a draft: it stands at 나의 민원 too.
"""

from django.conf import settings

from eok.accounts import queries as accounts
from eok.applications.events import DraftEnding
from eok.applications.models import Draft
from eok.catalogue import queries as catalogue
from eok.core.outbox.worker import PermanentError
from eok.krds import filters
from eok.notify import texts
from eok.notify.channels.base import Channel, DeliveryError, Outgoing
from eok.notify.channels.registry import channels
from eok.offices import queries as offices

NOTICE = "draft_ending"


def warn_of_draft(event: DraftEnding) -> None:
    """`later` reaction, outside; nothing when the draft was filed, thrown away or saved again meanwhile."""
    draft = Draft.objects.select_related("person").filter(pk=event.draft_id).first()
    if draft is None or draft.expires_on != event.expires_on:
        return
    notice = texts.notice(NOTICE)
    places = {
        "district": offices.district().name,
        "link": f"{settings.EOK_BASE_URL}/my/",
        "service": catalogue.get(draft.service_id).name.ko,
        "until": filters.date_ko(draft.expires_on),
    }
    profile = accounts.profile(draft.person)
    for channel in channels():
        to = channel.address(profile)
        if to:
            key = f"draft:{draft.pk}:{draft.expires_on.isoformat()}:{channel.name}"
            _deliver(channel, Outgoing(key, to, notice.title, notice.short.format_map(places)))


def _deliver(channel: Channel, message: Outgoing) -> None:
    """The key is the same at every try, so the gateway sends once."""
    try:
        channel.deliver(message)
    except DeliveryError as error:
        if error.permanent:
            raise PermanentError(str(error)) from error
        raise

"""Write the messages an event of a case calls for."""

from collections.abc import Mapping

from eok.accounts import queries as accounts
from eok.casework import queries as casework
from eok.casework.events import CaseEventHappened
from eok.casework.models import Case
from eok.core import clock, outbox, sealed
from eok.core.keys import keyring
from eok.core.prepared import ID, Rows, Slot, insert
from eok.krds import filters
from eok.notify import compose, texts
from eok.notify.actions.send import SEND_JOB
from eok.notify.channels.registry import channels
from eok.notify.models import Message
from eok.payments.events import FeePaid, FeeRefunded, FeeReminded, TaxDemanded


def tell(event: CaseEventHappened) -> None:
    """`later` reaction: the notice the lifecycle's row names; the same event is told once."""
    case = _case(event.case_id)
    happened = casework.event_at(case, event.sequence)
    if happened.row.notice is not None:
        _tell(case, happened.row.notice, str(event.sequence), compose.places(case, happened.details))


def tell_tax(event: TaxDemanded) -> None:
    """`later` reaction: the licence tax can be paid now (지방세법 §35①)."""
    case = _case(event.case_id)
    places = compose.places(case, {"text": filters.won(event.won)})
    _tell(case, "tax_demanded", "tax", places)


def tell_fee_paid(event: FeePaid) -> None:
    """`later` reaction: the money came (민원처리법 §29)."""
    case = _case(event.case_id)
    _tell(case, "fee_paid", "fee-paid", compose.places(case, {"text": filters.won(event.won)}))


def tell_fee_refunded(event: FeeRefunded) -> None:
    """`later` reaction: so much went back; each going back is told once."""
    case = _case(event.case_id)
    _tell(
        case, "fee_refunded", f"fee-back-{event.key}", compose.places(case, {"text": filters.won(event.won)})
    )


def tell_fee_again(event: FeeReminded) -> None:
    """`later` reaction: nobody paid yet; told, not refused."""
    case = _case(event.case_id)
    _tell(case, "fee_reminder", "fee-again", compose.places(case, {"text": filters.won(event.won)}))


_TOLD = Rows(
    lambda: (
        Case.objects.select_related("application__person", "application__version")
        .defer("application__version__content")
        .filter(pk=Slot("id", ID))
    )
)


def _case(case_id: str) -> Case:
    (case,) = _TOLD.all(id=case_id)
    return case


def _tell(case: Case, key: str, occasion: str, places: Mapping[str, str]) -> None:
    """One message per channel the person can be reached on."""
    notice = texts.notice(key)
    profile = accounts.profile(case.application.person)
    for channel in channels():
        to = channel.address(profile)
        if to:
            content = {"to": to, "title": notice.title, "text": notice.short.format_map(places)}
            _write(case, key, f"{case.pk}:{occasion}:{channel.name}", channel.name, content)


def _write(case: Case, notice: str, key: str, channel: str, content: Mapping[str, str]) -> None:
    data_key = keyring().new_data_key()
    message = Message(
        person=case.application.person,
        case=case,
        key=key,
        notice=notice,
        channel=channel,
        wrapped_key=data_key,
        created_at=clock.now(),
    )
    message.content = sealed.seal(data_key, dict(content), context=f"message:{key}")
    insert(message, or_ignore=True)
    outbox.enqueue(SEND_JOB, {"key": key}, key=key)

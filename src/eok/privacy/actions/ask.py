"""Take a demand in: number, day until which it is answered (개인정보 보호법 §35①, §36①; 개인정보 보호법 시행령 §41)."""

from django.db import transaction

from eok.accounts.models import Person
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.keys import keyring
from eok.core.serials import next_number
from eok.offices.calendar import calendar
from eok.privacy import record
from eok.privacy.kinds import KINDS, RECEIVE, SCOPES
from eok.privacy.models import DisclosureRequest
from eok.privacy.record import Demand
from eok.rules.disclosure import answer_due


@transaction.atomic
def ask(*, kind: str, demand: Demand, by: Person) -> DisclosureRequest:
    """Identity was confirmed at sign-in (개인정보 보호법 시행령 §46①). Raises InvalidError."""
    _require_usable(kind, demand)
    now = clock.now()
    today = now.astimezone(clock.SEOUL).date()
    row = DisclosureRequest(
        request_no=f"열람-{today.year}-{next_number(f'disclosure:{today.year}'):06d}",
        person=by,
        kind=kind,
        received_at=now,
        due_on=answer_due(today, calendar()),
        wrapped_key=keyring().new_data_key(),
    )
    record.seal_demand(row, demand)
    row.save(force_insert=True)
    law = "개인정보 보호법 §35①" if kind == "access" else "개인정보 보호법 §36①"
    record.write(row, "received", by=None, law=law, details={})
    return row


def _require_usable(kind: str, demand: Demand) -> None:
    if kind not in KINDS:
        raise InvalidError("무엇을 요구하는지 골라 주세요. 아직 내지 않았어요.", "kind")
    if kind == "access" and not (demand.scope and set(demand.scope) <= set(SCOPES)):
        raise InvalidError("보고 싶은 것을 하나 이상 골라 주세요. 아직 내지 않았어요.", "scope")
    if kind != "access" and not demand.words:
        raise InvalidError("무엇을 어떻게 고치거나 지울지 적어 주세요. 아직 내지 않았어요.", "words")
    if demand.receive not in RECEIVE:
        raise InvalidError("어떻게 받을지 골라 주세요. 아직 내지 않았어요.", "receive")

"""An officer looked a record up elsewhere: where, when, under which number, and whether it agrees.

The `manual` way of the port `shared_records`; what is noted is the proof later (전자정부법 §43①).
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from eok.accounts.models import Officer
from eok.applications.actions.note_answer import Noted, write_noted
from eok.casework import permissions, record
from eok.casework.actions.look_up import consented, note, question
from eok.casework.models import Case
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.krds import filters
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act

AGREES = {"ok": "맞음", "not_ok": "다름"}


@dataclass(frozen=True)
class Seen:
    """What the officer says of the look-up."""

    where: str
    reference_no: str
    """Number of the look-up there; empty where it gives none."""
    on: date
    agrees: str
    """Key of AGREES."""
    note: str


@transaction.atomic
def note_look_up(*, case_id: Key, paper_id: str, seen: Seen, by: Officer) -> None:
    """A result of the look-up and of the checks it answers. Raises InvalidError, NotAllowedError."""
    case = record.locked(case_id)
    permissions.require_in_work(case, by)
    paper = consented(case, paper_id)
    _require_sound(case, seen)
    write_noted(question(case, paper), _noted(seen), by=f"officer:{by.pk}")
    record_reading(reader_kind="officer", reader=str(by.pk), subject=f"case:{case.pk}",
                   purpose=f"행정정보 공동이용 직접 조회: {paper.name.ko}", act=Act.LOOK_UP)  # fmt: skip
    note(case.pk, paper, by=f"officer:{by.pk}")


def _noted(seen: Seen) -> Noted:
    on = datetime.combine(seen.on, time(), clock.SEOUL)
    return Noted(seen.where, seen.reference_no, on, seen.agrees, _words(seen))


def _require_sound(case: Case, seen: Seen) -> None:
    if not seen.where:
        raise InvalidError("조회한 곳을 적어 주세요. 나중에 확인하는 데 필요합니다.", "where")
    if seen.on > clock.seoul_now().date():
        raise InvalidError("조회한 날이 오늘보다 뒤입니다. 날짜를 다시 확인해 주세요.", "on")
    if seen.on < case.filed_at.astimezone(clock.SEOUL).date():
        raise InvalidError(
            "조회한 날이 신청한 날보다 앞입니다. 신청을 받은 뒤에 조회한 것만 적을 수 있습니다. 날짜를 다시 확인해 주세요.",
            "on",
        )
    if seen.agrees not in AGREES:
        raise InvalidError("맞음과 다름 가운데 골라 주세요.", "agrees")


def _words(seen: Seen) -> str:
    number = f" (조회번호 {seen.reference_no})" if seen.reference_no else ""
    facts = f"{seen.where}에서 {filters.date_ko(seen.on)}에 직접 조회{number}"
    return f"{facts}. {seen.note}" if seen.note else facts

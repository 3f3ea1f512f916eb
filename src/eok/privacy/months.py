"""The read log month by month: what was seen in one, what stands out, which months were looked through."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from eok.accounts import queries as accounts
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.core.errors import NotFoundError
from eok.core.keys import keyring
from eok.offices.calendar import calendar
from eok.privacy import unusual
from eok.privacy.models import ReadingReview
from eok.privacy.unusual import DAYS_TO_ACT, Finding, Seen
from eok.trail.acts import Act
from eok.trail.models import Reading


@dataclass(frozen=True)
class Month:
    """2026-11, from its first instant to that of the next."""

    key: str
    begins: datetime
    ends: datetime

    def is_over(self, now: datetime) -> bool:
        return self.ends <= now


@dataclass(frozen=True)
class Counts:
    """How often each officer, department and hour saw something."""

    officers: Mapping[str, Counter[str]]
    """By officer: act → times."""
    departments: Counter[str]
    hours: Counter[int]
    total: int


def month(key: str) -> Month:
    """Raises NotFoundError."""
    try:
        begins = datetime.strptime(f"{key}-01", "%Y-%m-%d").replace(tzinfo=clock.SEOUL)
        if f"{begins:%Y-%m}" != key:
            raise ValueError(key)
        following = (begins + timedelta(days=32)).replace(day=1)
    except (ValueError, OverflowError):
        raise NotFoundError(
            "그런 달이 없습니다. 주소가 바뀌었습니다. 점검 목록에서 달을 골라 주세요."
        ) from None
    return Month(key, begins, following)


def months() -> list[Month]:
    """From the first look to this month, newest first."""
    first = Reading.objects.order_by("at").values_list("at", flat=True).first()
    now = clock.seoul_now()
    current, found = month(f"{now:%Y-%m}"), []
    while first is not None and current.ends > first:
        found.append(current)
        current = month(f"{current.begins - timedelta(days=1):%Y-%m}")
    return found


def reviews() -> Mapping[str, ReadingReview]:
    """By month."""
    return {row.month: row for row in ReadingReview.objects.select_related("by")}


def looks(of: Month) -> list[Seen]:
    """Every look by an officer, with what is known around it."""
    rows = list(
        Reading.objects.filter(at__gte=of.begins, at__lt=of.ends, reader_kind="officer").order_by("pk")
    )
    cases = _cases(rows)
    names = {str(o.pk): o.name for o in accounts.officers_by_id(row.reader for row in rows).values()}
    digests = {reader: keyring().digests("name", name) for reader, name in names.items()}
    acted = _acted(rows)
    return [_seen(row, cases, digests, acted) for row in rows]


def counts(seen: Iterable[Seen]) -> Counts:
    officers: dict[str, Counter[str]] = {}
    departments, hours, total = Counter[str](), Counter[int](), 0
    for one in seen:
        officers.setdefault(one.officer, Counter())[one.act] += 1
        departments[one.department] += 1
        hours[one.at.astimezone(clock.SEOUL).hour] += 1
        total += 1
    return Counts(officers, departments, hours, total)


def findings(seen: list[Seen]) -> list[Finding]:
    return unusual.findings(seen, calendar().is_working_day, clock.now())


def _seen(
    row: Reading, cases: Mapping[str, Case], digests: Mapping[str, tuple[str, ...]], acted: set[int]
) -> Seen:
    case = cases.get(row.subject)
    return Seen(
        id=row.pk, at=row.at, officer=row.reader, department=row.department, subject=row.subject, act=row.act,
        purpose=row.purpose, case_department=case.department if case else "",
        same_name=bool(case and case.name_digest in digests.get(row.reader, ())), acted=row.pk in acted,
    )  # fmt: skip


def _cases(rows: Iterable[Reading]) -> dict[str, Case]:
    """By subject; asked for in lots, for a month may name many."""
    keys = sorted({row.subject[5:] for row in rows if row.subject.startswith("case:")})
    found: dict[str, Case] = {}
    for start in range(0, len(keys), 500):
        lot = [UUID(key) for key in keys[start : start + 500]]
        only = Case.objects.only("department", "name_digest").filter(pk__in=lot)
        found |= {f"case:{case.pk}": case for case in only}
    return found


def _acted(rows: Iterable[Reading]) -> set[int]:
    """Ids of the unmaskings after which the same officer did something with the case."""
    return {row.pk for row in rows if row.act == Act.UNMASK and row.subject.startswith("case:") and _did(row)}


def _did(row: Reading) -> bool:
    later = row.at + timedelta(days=DAYS_TO_ACT)
    done = CaseEvent.objects.filter(
        case_id=row.subject[5:], actor_kind="officer", actor=row.reader, at__gte=row.at, at__lte=later
    )
    return done.exists()

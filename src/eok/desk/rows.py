"""One case as a row of the worklist, and the groups the rows stand in: by what must happen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.casework import queries as casework
from eok.casework.models import Case, Supplement
from eok.catalogue import queries as catalogue
from eok.core import clock, pii
from eok.desk import clockcard
from eok.krds import filters


@dataclass(frozen=True)
class Row:
    """What krds/worklist.html draws."""

    id: str
    url: str
    number: str
    affair: str
    person: str
    left: str
    left_tone: str
    due: str
    next: str
    tag: str = ""
    tag_tone: str = ""
    group: str = ""


@dataclass(frozen=True)
class Time:
    """How a row stands in time."""

    left: str
    """In words."""
    tone: str
    due: str
    group: str
    """Key of GROUPS it belongs to."""


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    rule: str
    icon: str
    tone: str
    rows: tuple[Row, ...]


GROUPS = (
    ("late", "기한 지남", "가장 먼저 처리해 주세요", "late", "danger"),
    ("today", "오늘 끝남", "근무시간으로 센 남은 시간이에요", "clock", "warning"),
    ("new", "접수 전", "도착한 뒤 근무 8시간 안에 접수해야 해요", "new", ""),
    ("work", "처리 중", "남은 시간이 적은 것부터", "half", ""),
    ("supplement", "보완 기다림", "시계가 멈춰 있어요. 날짜는 민원인의 보완 기한이에요", "pause", ""),
    ("proposed", "결재", "결재권자가 정해요", "pen", ""),
    ("after", "수리 뒤 할 일", "세금과 발급을 기다려요. 처리 기간은 끝났어요", "swap", ""),
)


def groups(
    cases: Iterable[Case], officer: Officer, *, opens: str = "desk:case", clear: bool = False
) -> tuple[Group, ...]:
    """All groups that have a row, in the order of urgency. opens: name of the page a row leads to. clear: names unmasked."""
    cases = list(cases)
    names = {s.id: s.name.ko for s in catalogue.all_services()}
    supplements = _supplements(cases)
    mine = permissions.awaiting(officer) if _any(cases, "proposed") else frozenset()
    page, now = _addresses(opens), clock.now()
    rows = [
        _row(case, names, _time(case, supplements.get(case.pk), now), case.pk in mine, page, clear)
        for case in cases
    ]
    made = (
        Group(key, title, rule, icon, tone, tuple(r for r in rows if r.group == key))
        for key, title, rule, icon, tone in GROUPS
    )
    return tuple(group for group in made if group.rows)


def _any(cases: list[Case], state: str) -> bool:
    return any(case.state == state for case in cases)


def plain(cases: Iterable[Case], *, clear: bool = False) -> tuple[Row, ...]:
    """Rows without groups, for lists that also hold finished cases."""
    names = {s.id: s.name.ko for s in catalogue.all_services()}
    page = _addresses("desk:case")
    return tuple(
        Row(
            id=str(case.pk),
            url=page(case),
            number=case.case_no or case.application.application_no,
            affair=names.get(case.service_id, case.service_id),
            person=_person(case, clear=clear),
            left=filters.short_datetime(case.filed_at),
            left_tone="",
            due=filters.short_datetime(case.due_at) if case.due_at else "",
            next=case.stands.label,
        )
        for case in cases
    )


def _addresses(name: str) -> Callable[[Case], str]:
    """Where each row leads; the page's pattern is looked up once a list."""
    nobody = UUID(int=0)
    before, after = reverse(name, args=[nobody]).split(str(nobody))
    return lambda case: f"{before}{case.pk}{after}"


def _supplements(cases: list[Case]) -> dict[UUID, Supplement]:
    """The open demand of each case, in one query; in none when no case waits."""
    waiting = [case.pk for case in cases if case.state == "supplement"]
    rows = Supplement.objects.filter(case__in=waiting, answered_at=None) if waiting else ()
    return {row.case_id: row for row in rows}


def _person(case: Case, *, clear: bool) -> str:
    name = casework.summary(case).get("name", "")
    return name if clear else pii.mask_name(name)


def _row(
    case: Case, names: Mapping[str, str], time: Time, mine: bool, page: Callable[[Case], str], clear: bool
) -> Row:
    return Row(
        id=str(case.pk),
        url=page(case),
        number=case.case_no or f"신청 {case.application.application_no}",
        affair=names.get(case.service_id, case.service_id),
        person=_person(case, clear=clear),
        left=time.left,
        left_tone=time.tone,
        due=time.due,
        next=_next(case, mine),
        tag="" if case.officer_id else "담당 없음",
        group=time.group,
    )


def _time(case: Case, supplement: Supplement | None, now: datetime) -> Time:
    if supplement is not None:
        return _supplement_time(supplement, now)
    if case.state == "filed":
        left, tone = _left(case.accept_by, now)
        return Time(left, tone, filters.short_datetime(case.accept_by), "new")
    if case.due_at is None:
        return Time("", "", "", "after")
    left, tone = _left(case.due_at, now)
    return Time(left, tone, filters.short_datetime(case.due_at), _group(case, tone))


def _group(case: Case, tone: str) -> str:
    if tone == "danger":
        return "late"
    if case.state == "proposed":
        return "proposed"
    return "today" if tone == "warning" else "work"


def _left(due_at: datetime, now: datetime) -> tuple[str, str]:
    """Working time left; danger when it has passed, warning when it ends today."""
    left = clockcard.left(due_at, now)
    if due_at < now:
        return left, "danger"
    ends_today = due_at.astimezone(clock.SEOUL).date() == now.astimezone(clock.SEOUL).date()
    return left, "warning" if ends_today else ""


def _supplement_time(supplement: Supplement, now: datetime) -> Time:
    days = (supplement.due_on - now.astimezone(clock.SEOUL).date()).days
    words = (
        f"보완 기한 {days}일 남음"
        if days > 0
        else "보완 기한 오늘"
        if days == 0
        else f"보완 기한 {-days}일 지남"
    )
    tone = "danger" if days < 0 else "warning" if days <= 1 else ""
    return Time(words, tone, filters.short_date(supplement.due_on), "supplement")


NEXT = {
    "filed": "접수하기",
    "supplement": "기다리기",
    "awaiting_tax": "납부 확인 기다림",
    "awaiting_fee": "수수료 기다림",
    "issuing": "발급 기다림",
    "granted": "다음 단계로 넘어가는 중",
}


def _next(case: Case, mine: bool) -> str:
    """mine: the decision lies with who looks."""
    if case.state == "proposed":
        return "결재하기" if mine else "결재 기다림"
    return NEXT.get(case.state, "검토하고 결정하기")

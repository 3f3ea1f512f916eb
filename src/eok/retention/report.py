"""How retention stands, for a page, a command and a spreadsheet. Nothing personal: numbers, days, articles."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from eok.accounts import queries as accounts
from eok.catalogue import queries as catalogue
from eok.core import clock
from eok.offices import queries as offices
from eok.retention import candidates
from eok.retention.models import Appraised, Ending, HandOver, Hold
from eok.retention.standing import Standing
from eok.retention.table import COUNTED, END, RecordClass, table

LIMIT = 200
"""Lines of one list; the file for spreadsheets has them all."""
ALL = 1_000_000


@dataclass(frozen=True)
class Line:
    """A record whose period is over or ends soon."""

    number: str
    affair: str
    finished_on: date
    last_day: date | None
    stands: str
    """In words: why it may not be ended yet, or that it may."""
    may_end: bool


@dataclass(frozen=True)
class ClassLine:
    """One row of the table, in words."""

    name: str
    period: str
    counted: str
    end: str
    law: str
    grade: str
    note: str


@dataclass(frozen=True)
class Report:
    """All of it, today."""

    today: date
    soon: tuple[Line, ...]
    to_hand_over: tuple[Line, ...]
    holds: tuple[Hold, ...]
    packages: tuple[HandOver, ...]
    """Waiting for the centre's word."""
    ended: tuple[Ending, ...]
    ended_count: int


def report(*, limit: int = LIMIT) -> Report:
    return Report(
        today=clock.seoul_now().date(),
        soon=_lines(candidates.ending_soon("case", limit=limit)),
        to_hand_over=_lines(candidates.to_hand_over(limit=limit)),
        holds=tuple(Hold.objects.filter(released_at=None).order_by("review_on", "pk")),
        packages=tuple(HandOver.objects.filter(received_no="").order_by("made_at")),
        ended=tuple(Ending.objects.order_by("-ended_at", "-pk")[:limit]),
        ended_count=Ending.objects.count(),
    )


def classes() -> tuple[ClassLine, ...]:
    """The table as people read it."""
    return tuple(_class(one) for one in table().classes.values())


def people() -> Callable[[str], str]:
    """From `officer:3` to 박지훈 주무관; the names are read once."""
    names = accounts.officer_names()

    def who(by: str) -> str:
        kind, _, number = by.partition(":")
        return names.get(number, by) if kind == "officer" else "운영자(명령)"

    return who


def as_dict(found: Report) -> dict[str, object]:
    """JSON-ready."""
    return {
        "today": found.today.isoformat(),
        "soon": [_plain(line) for line in found.soon],
        "to_hand_over": [_plain(line) for line in found.to_hand_over],
        "holds": [
            {"id": one.pk, "target": one.label, "reason": one.reason, "law": one.law, "review_on": one.review_on.isoformat()}
            for one in found.holds
        ],
        "packages": [one.number for one in found.packages],
        "appraised": Appraised.objects.count(),
        "ended": found.ended_count,
    }  # fmt: skip


def ended_cells(one: Ending) -> tuple[str, ...]:
    """One line of the 기록물 파기 대장."""
    names = {service.id: service.name.ko for service in catalogue.all_services()}
    return (
        one.label, names.get(one.service_id, one.service_id), _department(one), one.finished_on.isoformat(),
        _seoul(one.ended_at), one.law, one.ground, str(one.keys), str(one.files), "예" if one.again else "",
    )  # fmt: skip


def _department(one: Ending) -> str:
    """By its name on the day it was ended; by its key where the district's file names none of that day."""
    day = one.ended_at.astimezone(clock.SEOUL).date()
    found = {department.key: department.name for department in offices.departments(day)}
    return found.get(one.department, one.department)


def _seoul(moment: datetime) -> str:
    return f"{moment.astimezone(clock.SEOUL):%Y-%m-%d %H:%M}"


def _lines(found: list[Standing]) -> tuple[Line, ...]:
    names = {service.id: service.name.ko for service in catalogue.all_services()}
    return tuple(
        Line(
            number=one.record.label,
            affair=names.get(one.record.service_id, one.record.service_id),
            finished_on=one.record.finished_on,
            last_day=one.last_day,
            stands=one.why_not or f"파기할 수 있습니다({one.ground.law if one.ground else ''}).",
            may_end=one.ground is not None,
        )
        for one in found
    )


def _class(one: RecordClass) -> ClassLine:
    period = "단위과제마다(구의 기록관리기준표)" if one.period == "by_unit" else str(one.period or "")
    return ClassLine(
        name=one.name,
        period=period or _without_days(one),
        counted=COUNTED[one.counted] if one.counted else "",
        end=END[one.end],
        law=one.source.cite or "",
        grade=one.source.grade.value,
        note=one.source.note or "",
    )


def _without_days(one: RecordClass) -> str:
    if one.end == "with":
        return "사건과 같음"
    return "계속" if one.is_sure and one.end == "kept" else "정하지 않음"


def _plain(line: Line) -> dict[str, object]:
    return {
        "number": line.number,
        "service": line.affair,
        "finished_on": line.finished_on.isoformat(),
        "last_day": line.last_day.isoformat() if line.last_day else None,
        "stands": line.stands,
        "may_end": line.may_end,
    }


@dataclass(frozen=True)
class UnitLine:
    """One unit task of the district, in words."""

    name: str
    services: str
    period: str
    grade: str


def units() -> tuple[UnitLine, ...]:
    names = {service.id: service.name.ko for service in catalogue.all_services()}
    return tuple(
        UnitLine(
            one.name,
            ", ".join(names.get(service, service) for service in one.services),
            one.period.value,
            one.source.grade.value,
        )
        for one in table().units.values()
    )

"""Builds what the page of an affair shows from the service's file and the district's facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from eok.casework import clockwork
from eok.catalogue import queries as catalogue
from eok.catalogue.dated import State
from eok.catalogue.differences import Difference, differences, period_ko
from eok.catalogue.fee_schema import FeeReduction
from eok.catalogue.schema import Service, Text
from eok.core import clock
from eok.forms.paper_states import UNDECIDED, PaperState
from eok.forms.preparation import Preparing, preparation
from eok.krds import filters
from eok.krds.parts import Origin
from eok.offices import queries as offices
from eok.offices.district import Department
from eok.portal import origins
from eok.portal.origins import LawLine, Told, origin
from eok.rules.clock import ClockReading
from eok.rules.licence_tax import licence_tax


@dataclass(frozen=True)
class PaperRow:
    """One line of 준비할 것."""

    id: str
    name: str
    reason: str
    who: str
    """mine, office or none"""
    word: str
    origin: Origin
    said: Text
    """The name with its other words."""


@dataclass(frozen=True)
class Cost:
    label: str
    note: str
    amount: str
    origin: Origin | None


@dataclass(frozen=True)
class Step:
    what: str
    who: str
    mine: bool


@dataclass(frozen=True)
class ComingChange:
    """What an affair will be from a day on, beside what it is until then."""

    on: date
    rows: tuple[Difference, ...]
    origin: Origin | None


@dataclass(frozen=True)
class AffairPage:
    service: Service
    may_apply: bool
    """Otherwise the page says whom to call."""
    department: Department
    told: tuple[Told, ...]
    warnings: tuple[Told, ...]
    coming: tuple[Told, ...]
    changes: tuple[ComingChange, ...]
    preparing: Preparing
    papers: tuple[PaperRow, ...]
    """Those that apply, and those nobody can tell yet."""
    dropped: tuple[PaperRow, ...]
    """Those the answers made needless."""
    apply_url: str
    """신청하기, with what was answered here."""
    costs: tuple[Cost, ...]
    reading: ClockReading
    period: str
    """`근무일 3일`"""
    period_origin: Origin
    periods: tuple[Told, ...]
    """Other lengths, and for whom."""
    steps: tuple[Step, ...]
    laws: tuple[LawLine, ...]
    form_origin: Origin
    related: tuple[tuple[str, str, str], ...]
    """Title, address (may be empty), when."""


def affair_page(service: Service, asked: Mapping[str, str]) -> AffairPage:
    """asked: the answers given on the page itself, by question id."""
    preparing = preparation(service, asked)
    now = clock.seoul_now()
    rows = [(state, _row(state)) for state in preparing.papers]
    return AffairPage(
        service=service,
        may_apply=catalogue.may_open(service),
        department=offices.department(service.office, on=now.date()),
        told=origins.told(service),
        warnings=origins.warnings(service),
        coming=origins.coming(service),
        changes=_changes(service, catalogue.coming(service.id)),
        preparing=preparing,
        papers=tuple(row for state, row in rows if state.needed or state.undecided),
        dropped=tuple(row for state, row in rows if not (state.needed or state.undecided)),
        apply_url=_apply_url(service, preparing),
        costs=_costs(service),
        reading=clockwork.expected(service.processing_period, _reckoned_from(service, now)),
        period=period_ko(service.processing_period),
        period_origin=origin(service.processing_period.source),
        periods=origins.periods(service),
        steps=_steps(service),
        laws=origins.law_lines(service),
        form_origin=origin(service.form.source),
        related=_related(service),
    )


def _apply_url(service: Service, preparing: Preparing) -> str:
    url = reverse("portal:apply", args=[service.id])
    return f"{url}?{urlencode(preparing.picked)}" if preparing.picked else url


def _changes(service: Service, states: Sequence[State]) -> tuple[ComingChange, ...]:
    """Each coming state beside the one it follows."""
    before = (service, *(state.service for state in states))
    compared = [
        (state, differences(earlier, state.service)) for earlier, state in zip(before, states, strict=False)
    ]
    return tuple(
        ComingChange(state.since, rows, origin(state.source) if state.source else None)
        for state, rows in compared
        if rows
    )


def _row(state: PaperState) -> PaperRow:
    paper = state.paper
    who, word = _whose(state)
    return PaperRow(paper.id, paper.name.ko, state.reason, who, word, origin(paper.source), paper.name)


def _whose(state: PaperState) -> tuple[str, str]:
    """Who brings it, and the badge."""
    if state.undecided:
        return "none", "위에서 골라 주세요" if state.reason == UNDECIDED else "신청하면서 정해요"
    if not state.needed:
        return "none", "해당 없음"
    return ("office", "구청이 확인") if state.mode == "look_up" else ("mine", "내가 준비")


def _costs(service: Service) -> tuple[Cost, ...]:
    fees = _fees(service)
    class_no = offices.licence_tax_class(service.id)
    if class_no is None:
        return fees
    won = licence_tax(class_no, offices.tax_place()).won
    read_at = origin(service.licence_tax.source) if service.licence_tax else None
    return (*fees, Cost("등록면허세", "신고증을 받기 전에 내요.", filters.won(won), read_at))


def _fees(service: Service) -> tuple[Cost, ...]:
    """Today's table: each row, each reduction with its ground, and the tables that come."""
    table = service.fee.on(clock.seoul_now().date())
    rows = [Cost(f"수수료({row.name.ko})", "", filters.won(row.won), origin(row.source)) for row in table.by]
    note = "위에 없으면" if table.by else "신청하고 나서 내요." if table.won else ""
    rows.append(Cost("수수료", note, filters.won(table.won), origin(table.source)))
    rows += [Cost(f"감면: {one.name.ko}", "", _off(one), origin(one.source)) for one in table.reductions]
    later = [one for one in service.fee.later if one.from_ > clock.seoul_now().date()]
    coming = [
        Cost(f"{filters.date_ko(one.from_)}부터 수수료", "", filters.won(one.won), origin(one.source))
        for one in later
    ]
    return (*rows, *coming)


def _off(reduction: FeeReduction) -> str:
    return f"−{reduction.percent}%" if reduction.percent else f"−{filters.won(reduction.won or 0)}"


def _steps(service: Service) -> tuple[Step, ...]:
    period = period_ko(service.processing_period)
    steps = [Step("신청", f"나 · 약 {service.minutes}분", True), Step("접수", _accepting(service), False)]
    steps.append(Step("검토", f"구청 · {period}", False))
    if offices.licence_tax_class(service.id) is not None:
        steps.append(Step("세금 내기", "나", True))
    steps.append(Step(service.result.ko if len(service.result.ko) <= 12 else "결과 받기", "나", True))
    return tuple(steps)


def _reckoned_from(service: Service, now: datetime) -> datetime:
    """The clock itself knows when a filing of now is accepted; an officer may take the eight hours."""
    return now if clockwork.accepts_by_itself(service) else clockwork.accept_by(now)


def _accepting(service: Service) -> str:
    if not clockwork.accepts_by_itself(service):
        return "구청 · 근무 8시간 안"
    return "도착하는 대로 · 자동" if settings.EOK_ACCEPT == "arrival" else "다음 근무시각 · 자동"


def _related(service: Service) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (r.title.ko, f"/services/{r.service}" if r.service else "", r.when.ko if r.when else "")
        for r in service.related
    )

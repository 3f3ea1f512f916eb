"""Builds the resident's page of one case: my turn, the clock, what happened."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eok.accounts import queries as accounts
from eok.applications import queries as applications
from eok.casework import answers, clockwork, fees, grants, in_force, lifecycle, strips, supplements
from eok.casework import queries as casework
from eok.casework.answers import Answered, Section
from eok.casework.models import Case
from eok.casework.queries import Happened
from eok.casework.supplements import Wanted
from eok.catalogue.schema import Service
from eok.certificates import queries as certificates
from eok.certificates.definitions import certificate
from eok.core import clock
from eok.forms import display
from eok.krds import filters
from eok.notify import queries as notify
from eok.offices import queries as offices
from eok.payments import queries as payments
from eok.portal import lookups_shown


@dataclass(frozen=True)
class TimelineItem:
    title: str
    detail: str
    state: str
    """done, now, waiting (my turn) or left"""


@dataclass(frozen=True)
class Request:
    """The open demand of a supplement."""

    due_on: date
    days_left: int
    wanted: tuple[Wanted, ...]
    by: str
    may_prolong: bool


def context(case: Case) -> dict[str, object]:
    service = grants.service_of(case)
    reading = clockwork.reading(case)
    today = clock.seoul_now().date()
    department = offices.department(case.department, on=today)
    if_today = clockwork.if_supplied(case, clock.now()) if case.state == "supplement" else None
    return {
        "case": case,
        "service": service,
        "department": department,
        "officer": case.officer,
        "request_": _request(case),
        "reading": reading,
        "if_today": if_today,
        "strip": strips.of(if_today or reading),
        "legend": strips.legend(if_today or reading, stopped="멈춘 날"),
        "timeline": _timeline(case, service),
        "sections": [_filed(section) for section in answers.sections(case)],
        "papers": _papers(case, service),
        "look_ups": lookups_shown.of_case(case),
        "tax": payments.of_case(case),
        "fee": payments.fee_of(case),
        "tax_closure": payments.closure_of(case),
        "tax_department": offices.tax_department(today) or department,
        "certificate": certificates.of_case(case),
        "certificate_title": certificate(service.certificate).title if service.certificate else "",
        "refusal": _refusal(case),
        "messages": notify.of_case(case),
        "may_withdraw": case.state in lifecycle.sources_of("withdraw"),
    }


def _filed(section: Section) -> dict[str, object]:
    return {"title": section.title, "rows": [_row(answered) for answered in section.rows]}


def _row(answered: Answered) -> tuple[str, str, str]:
    """A corrected answer says what stood there before."""
    label, said, source = answered.question.label.ko, answered.words or display.NOT_GIVEN, ""
    if answered.correction:
        before = answered.correction.before or display.NOT_GIVEN
        source = f"{filters.datetime_ko(answered.correction.at)} 보완 · 전에는 ‘{before}’"
    return label, said, source


def _papers(case: Case, service: Service) -> list[tuple[UUID, str]]:
    """Each filed file: its upload and the paper it was given for."""
    names = {paper.id: paper.name.ko for paper in service.papers}
    rows = applications.filed_papers(case.application)
    return [(row.upload_id, names.get(row.paper_id, row.paper_id)) for row in rows]


def _request(case: Case) -> Request | None:
    row = supplements.waiting(case.pk)
    if row is None or case.state != "supplement":
        return None
    left = (row.due_on - clock.seoul_now().date()).days
    wanted = tuple(supplements.wanted(row, bytes(case.wrapped_key)))
    by = f"{offices.department(case.department, on=clock.seoul_now().date()).name} {_officer_name(case)}".strip()
    return Request(
        row.due_on, left, wanted, f"{by} {filters.datetime_ko(row.requested_at)}", row.prolonged < 2
    )


def _officer_name(case: Case) -> str:
    return accounts.officer_names().get(str(case.officer_id), "") if case.officer_id else ""


def _timeline(case: Case, service: Service) -> list[TimelineItem]:
    happened = [h for h in casework.history(case) if h.row.told]
    done = [TimelineItem(h.row.told, _detail(h, case), "done") for h in happened]
    if not case.stands.open:
        return done
    state = "waiting" if case.stands.badge == "turn" else "now"
    now = TimelineItem(case.stands.told, "", state)
    if done and done[-1].title == now.title:
        now = TimelineItem(now.title, done.pop().detail, state)
    return [*done, now, *(TimelineItem(title, "", "left") for title in _still_to_come(case, service))]


def _detail(happened: Happened, case: Case) -> str:
    when = filters.datetime_ko(happened.at)
    if happened.row.verb == "accept":
        return f"{when} · 접수번호 {case.case_no}"
    return when


def _still_to_come(case: Case, service: Service) -> list[str]:
    steps = ["검토와 결정"] if case.state in ("filed", "accepted", "supplement", "proposed") else []
    if case.state == "filed":
        steps.insert(0, "접수")
    taxed = offices.licence_tax_class(case.service_id) is not None
    if taxed and case.state not in ("awaiting_tax", "issuing"):
        steps.append("등록면허세 내기")
    if case.state != "awaiting_fee" and fees.stands_before_certificate(case, service):
        steps.append("수수료 내기")
    if service.certificate and case.state != "issuing":
        steps.append("신고증 받기")
    return steps


def _refusal(case: Case) -> dict[str, object] | None:
    """What a refusal or return says: reason, reasons of law, remedies until when."""
    happened = casework.last_event(case, "refuse") or casework.last_event(case, "return_documents")
    if happened is None:
        return None
    service = in_force.decided_under(case, happened)
    chosen = happened.details.get("reasons", [])
    reasons = [r for r in service.refusal_reasons if isinstance(chosen, list) and r.id in chosen]
    until = date.fromisoformat(str(happened.details["objection_until"]))
    return {"text": happened.details.get("text", ""), "reasons": reasons, "until": until, "at": happened.at}

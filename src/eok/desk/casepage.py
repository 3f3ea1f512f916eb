"""Builds what the page of one case shows: the answers in force, what to do now, checks, clock, what may be done."""

from django.http import HttpRequest

from eok.applications import drafts
from eok.casework import answers, grants, personal, supplements
from eok.casework.answers import Answered, Section
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.pii import Kind, Veil
from eok.desk import actionlines, checklines, clockcard, decidepage, history, nextstep, paperlines, unmasking
from eok.desk.checklines import Mistake
from eok.desk.finding import officer_of
from eok.desk.lookedform import Typed
from eok.forms import deadlines, display
from eok.forms.deadlines import DeadlineTold
from eok.krds import filters
from eok.krds.fields import errors_of
from eok.notify import queries as notify
from eok.offices.calendar import calendar
from eok.payments import queries as payments

Row = tuple[str, str, str]
"""What was asked, the answer, where it comes from."""


def context(
    request: HttpRequest, case: Case, mistake: Mistake | None = None, looked: Typed | None = None
) -> dict[str, object]:
    """Everything the template needs. mistake, looked: a result, a look-up that could not be noted just now."""
    officer, veil = officer_of(request), unmasking.veil_of(request, case)
    service = grants.service_of(case)
    filed = drafts.read_filed(case.application)
    checks, actions = checklines.lines(case, veil, mistake), actionlines.lines(case, officer)
    tax, papers = payments.of_case(case), paperlines.lines(case, service, filed.modes, veil, looked)
    return {
        "case": case,
        "service": service,
        "applicant_name": veil.value(Kind.NAME, str(filed.applicant.get("name", ""))),
        "veil": veil,
        "lift": unmasking.lift_of(request, unmasking.subject_of(case)),
        "sections": [_section(section, veil) for section in answers.sections(case)],
        "deadlines": _deadlines(case, service),
        "papers": papers,
        "errors": errors_of(field for paper in papers for field in paper.hand),
        "checks": checks,
        "clock": clockcard.card(case),
        "now": clock.now(),
        "actions": actions,
        "todo": nextstep.of(case, checks, actions, tax),
        "history": history.lines(case, veil),
        "messages": notify.of_case(case),
        "tax": tax,
        "fee": payments.fee_of(case),
        "tax_closure": payments.closure_of(case),
        "proposal": decidepage.drafted(case, veil),
        "supplement": supplements.waiting(case.pk),
        "mistake": mistake,
    }


def _deadlines(case: Case, service: Service) -> tuple[DeadlineTold, ...]:
    """The day to file by, held against the day it was filed."""
    filed_on = case.filed_at.astimezone(clock.SEOUL).date()
    return deadlines.told(service, grants.answers_of(case), calendar(), filed_on=filed_on)


def _section(section: Section, veil: Veil) -> tuple[str, list[Row]]:
    return section.title, [_row(answered, veil) for answered in section.rows]


def _row(answered: Answered, veil: Veil) -> Row:
    """A corrected answer says what stood there before, and since when it does not."""
    kind, label, source = personal.kind_of(answered.question), answered.question.label.ko, ""
    said = veil.value(kind, answered.words) or display.NOT_GIVEN
    if answered.correction:
        before = veil.value(kind, answered.correction.before) or display.NOT_GIVEN
        source = f"보완 {filters.short_datetime(answered.correction.at)} · 전에는 ‘{before}’"
    elif answered.question.prefill:
        source = "본인확인 정보에서"
    return label, said, source

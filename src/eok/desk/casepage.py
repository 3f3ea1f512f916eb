"""Builds what the page of one case shows: what was filed, what to do now, checks, clock, what may be done."""

from collections.abc import Mapping
from typing import Any

from eok.accounts.models import Officer
from eok.applications import drafts
from eok.casework import grants, supplements
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.catalogue.schema import Question, Service
from eok.core import clock
from eok.desk import actionlines, checklines, clockcard, decidepage, history, nextstep, paperlines
from eok.desk.checklines import Mistake
from eok.forms import display
from eok.forms.visible import visible_questions
from eok.notify import queries as notify
from eok.payments import queries as payments

Row = tuple[str, str, str]
"""What was asked, the answer, where it comes from."""


def context(case: Case, officer: Officer, mistake: Mistake | None = None) -> dict[str, object]:
    """Everything the template needs. mistake: a result that could not be noted just now."""
    service = grants.service_of(case)
    filed = drafts.read_filed(case.application)
    checks, actions = checklines.lines(case, mistake), actionlines.lines(case, officer)
    return {
        "case": case,
        "service": service,
        "applicant": filed.applicant,
        "sections": _sections(service, filed.answers, _supplied(case)),
        "papers": paperlines.lines(case, service, filed.modes),
        "checks": checks,
        "clock": clockcard.card(case),
        "now": clock.now(),
        "actions": actions,
        "todo": nextstep.of(case, checks, actions),
        "history": history.lines(case),
        "messages": notify.of_case(case),
        "tax": payments.of_case(case),
        "proposal": decidepage.drafted(case),
        "supplement": supplements.waiting(case.pk),
        "mistake": mistake,
    }


def _supplied(case: Case) -> dict[str, Any]:
    """The answers that supplements put in place of the first ones."""
    laid: dict[str, Any] = {}
    for happened in casework.history(case):
        given = happened.details.get("answers")
        if happened.row.verb == "supply" and isinstance(given, dict):
            laid |= given
    return laid


def _sections(
    service: Service, filed: Mapping[str, Any], supplied: Mapping[str, Any]
) -> list[tuple[str, list[Row]]]:
    """Page by page as it holds now; a corrected answer says what stood there first."""
    answers = {**filed, **supplied}
    made = (
        (
            page.title.ko,
            [_row(q, filed, answers, q.id in supplied) for q in visible_questions(service, page, answers)],
        )
        for page in service.form.pages
    )
    return [(title, rows) for title, rows in made if rows]


def _row(question: Question, filed: Mapping[str, Any], answers: Mapping[str, Any], mended: bool) -> Row:
    now = display.words(question, answers.get(question.id)) or display.NOT_GIVEN
    if mended:
        first = display.words(question, filed.get(question.id)) or display.NOT_GIVEN
        return question.label.ko, now, f"보완 · 처음에는 ‘{first}’"
    return question.label.ko, now, "본인확인 정보에서" if question.prefill else ""

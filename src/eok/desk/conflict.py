"""Somebody was faster, or the verb is not open any more: what happened, what can be done now, what was typed.

Two officers at one case is an ordinary day; nothing of either is lost and nothing is done twice.
"""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from eok.casework.models import Case
from eok.core.errors import EokError
from eok.desk import actionlines, history, unmasking
from eok.desk.finding import case_of, officer_of
from eok.krds.page import render

Typed = Iterable[tuple[str, str]]
"""Caption and text of each field that was filled in."""


def show(request: HttpRequest, case: Case, error: EokError, typed: Typed = ()) -> HttpResponse:
    """The page with the error's status (409, 403)."""
    officer = officer_of(request)
    now = case_of(officer, case.pk)
    context = {
        "case": now,
        "message": error.message,
        "latest": history.latest(now, unmasking.veil_of(request, now)),
        "open": [line for line in actionlines.lines(now, officer) if line.url],
        "typed": [(caption, text) for caption, text in typed if text.strip()],
    }
    return render(request, "desk/conflict.html", context, status=error.status)

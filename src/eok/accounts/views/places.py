"""로그인한 곳: the page both sides draw, and the ending of all of it but here, once one has proved who one is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from eok.accounts import sessions
from eok.accounts.models import Officer, Person
from eok.accounts.records import How, Outcome, record
from eok.gate import stays
from eok.krds.page import render

ENDED = "ended_elsewhere"
"""Key of the session: how many were ended, shown once."""


def page(
    request: HttpRequest,
    somebody: Person | Officer,
    template: str,
    context: dict[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    places = stays.of(sessions.whose(somebody), str(request.session.session_key))
    context |= {"places": places, "ended": request.session.pop(ENDED, None)}
    return render(request, template, context, status=status)


def end_others(request: HttpRequest, somebody: Person | Officer, to: str) -> HttpResponse:
    """Only after a proof: whoever found an open browser must not shut its owner out (OWASP ASVS 5 V7.5.2)."""
    who, key = sessions.whose(somebody), str(request.session.session_key)
    request.session[ENDED] = stays.end_others(who, key)
    record(request, How.ENDED_OTHERS, Outcome.OUT, who=somebody)
    return redirect(to)

"""로그인한 곳: where one is signed in, and ending all of it but here. For residents and for officers alike."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from eok.accounts import rights, sessions
from eok.accounts.models import Officer, Person
from eok.accounts.records import How, Outcome, record
from eok.core.access import Who, open_to
from eok.gate import stays
from eok.krds.page import render

ENDED = "ended_elsewhere"
"""Key of the session: how many were ended, shown once."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.RESIDENT)
def of_resident(request: HttpRequest) -> HttpResponse:
    """`/my/sessions/`"""
    return _page(request, request.person, "accounts/my_sessions.html", {})  # type: ignore[attr-defined]  # set by the middleware


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def of_officer(request: HttpRequest) -> HttpResponse:
    """`/desk/sessions/`, with what one may do oneself."""
    officer: Officer = request.officer  # type: ignore[attr-defined]  # set by the middleware
    own = {
        "rights": rights.listed(None, login=officer.login),
        "sees_rights": rights.places_of(officer) != (),
        "most": sessions.MOST_OF_AN_OFFICER,
    }
    return _page(request, officer, "accounts/officer_sessions.html", own)


def _page(
    request: HttpRequest, somebody: Person | Officer, template: str, context: dict[str, object]
) -> HttpResponse:
    who, key = sessions.whose(somebody), str(request.session.session_key)
    if request.method == "POST":
        request.session[ENDED] = stays.end_others(who, key)
        record(request, How.ENDED_OTHERS, Outcome.OUT, who=somebody)
        return redirect(request.path)
    context |= {"places": stays.of(who, key), "ended": request.session.pop(ENDED, None)}
    return render(request, template, context)

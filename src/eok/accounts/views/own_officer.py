"""What officers do about their own sign-ins: where they are, ending the others, another password."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from eok.accounts import rights, sessions
from eok.accounts.actions.change_password import change_password
from eok.accounts.actions.open_desk import prove
from eok.accounts.errors import TooManyAttemptsError
from eok.accounts.models import Officer
from eok.accounts.records import How, Outcome, record
from eok.accounts.views import places
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, EokError, InvalidError
from eok.krds.page import render

CHANGED = "password_changed"
"""Key of the session: said once."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def officer_sessions(request: HttpRequest) -> HttpResponse:
    """`/desk/sessions/`, with what one may do oneself; the others are ended after the password."""
    officer = _officer(request)
    if request.method != "POST":
        return _sessions_page(request, officer)
    try:
        prove(request, officer, request.POST.get("present", ""))
    except (InvalidError, TooManyAttemptsError) as error:
        return _sessions_page(request, officer, error)
    return places.end_others(request, officer, request.path)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def officer_password(request: HttpRequest) -> HttpResponse:
    """`/desk/password/`: the present one, the new one twice. All other sign-ins end, this one goes on under a new name."""
    officer = _officer(request)
    if request.method != "POST":
        return render(request, "accounts/officer_password.html", _said(None))
    new, again = (request.POST.get(name, "") for name in ("password", "again"))
    try:
        prove(request, officer, request.POST.get("present", ""))
        changed = change_password(officer, new=new, again=again)
    except (InvalidError, TooManyAttemptsError, ConflictError) as error:
        return render(request, "accounts/officer_password.html", _said(error), status=error.status)
    record(request, How.PASSWORD_CHANGED, Outcome.GOES_ON, who=changed)
    sessions.enter_as_officer(request, changed)
    request.session[CHANGED] = True
    return places.end_others(request, changed, reverse("accounts:officer_sessions"))


def _sessions_page(request: HttpRequest, officer: Officer, error: EokError | None = None) -> HttpResponse:
    context = {
        **_said(error),
        "rights": rights.listed(None, login=officer.login),
        "sees_rights": rights.places_of(officer) != (),
        "most": sessions.MOST_OF_AN_OFFICER,
        "changed": request.session.pop(CHANGED, False),
    }
    status = error.status if error else 200
    return places.page(request, officer, "accounts/officer_sessions.html", context, status=status)


def _said(error: EokError | None) -> dict[str, object]:
    """The error beside its field, or over the form when it is of none."""
    return {"error": error.message if error else "", "error_field": getattr(error, "field", None) or ""}


def _officer(request: HttpRequest) -> Officer:
    officer: Officer = request.officer  # type: ignore[attr-defined]  # set by the middleware
    return officer

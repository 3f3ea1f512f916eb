"""Officers come in with a password and a code, and leave."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from eok.accounts import sessions
from eok.accounts.actions.open_desk import check_code, check_password
from eok.accounts.errors import SignInOverError, TooManyAttemptsError
from eok.accounts.models import Officer
from eok.accounts.next_page import asked_for, own_path
from eok.accounts.queries import working
from eok.accounts.records import How, Outcome, record
from eok.accounts.viewers import DESK
from eok.core.access import Who, open_to
from eok.core.errors import EokError, InvalidError
from eok.gate import machine_time
from eok.krds.page import render

HALF_WAY = "half_way"
"""Key of the session: [officer, epoch, since, next] after the password, before the code."""
CODE_WITHIN_SECONDS = 5 * 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def officer_sign_in(request: HttpRequest) -> HttpResponse:
    """`/desk/sign-in/`: login and password."""
    back_to = asked_for(request, DESK)
    if getattr(request, "officer", None) is not None:
        return redirect(back_to)
    login = request.POST.get("login", "")
    if request.method != "POST":
        return _login_page(request, back_to)
    try:
        officer = check_password(request, login, request.POST.get("password", ""))
    except (InvalidError, TooManyAttemptsError) as error:
        return _login_page(request, back_to, error, login)
    request.session.cycle_key()
    request.session[HALF_WAY] = [officer.pk, officer.epoch, machine_time.seconds(), back_to]
    return redirect("accounts:officer_code")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def officer_code(request: HttpRequest) -> HttpResponse:
    """`/desk/sign-in/code/`: the code of the authenticator app, or a recovery code."""
    try:
        officer, back_to = _half_way(request)
    except SignInOverError as error:
        return _login_page(request, DESK, error)
    if request.method != "POST":
        return render(request, "accounts/officer_code.html", _said(None))
    try:
        check_code(request, officer, request.POST.get("code", ""))
    except (InvalidError, TooManyAttemptsError) as error:
        return render(request, "accounts/officer_code.html", _said(error), status=error.status)
    sessions.enter_as_officer(request, officer)
    return redirect(back_to)


@require_POST
@open_to(Who.ANYONE)
def officer_sign_out(request: HttpRequest) -> HttpResponse:
    """`/desk/sign-out/`"""
    officer = getattr(request, "officer", None)
    if officer is not None:
        record(request, How.SIGN_OUT, Outcome.OUT, who=officer)
    return sessions.leave(request, reverse("accounts:officer_sign_in"))


def _half_way(request: HttpRequest) -> tuple[Officer, str]:
    """Who gave the right password here a moment ago. Raises SignInOverError."""
    kept = request.session.get(HALF_WAY)
    if kept is None or machine_time.seconds() - kept[2] > CODE_WITHIN_SECONDS:
        raise SignInOverError
    officer = working().filter(pk=kept[0], epoch=kept[1]).first()
    if officer is None:
        raise SignInOverError
    return officer, own_path(kept[3], DESK)


def _login_page(
    request: HttpRequest, back_to: str, error: EokError | None = None, login: str = ""
) -> HttpResponse:
    context = {**_said(error), "next": back_to, "login": login}
    return render(request, "accounts/officer_sign_in.html", context, status=error.status if error else 200)


def _said(error: EokError | None) -> Mapping[str, object]:
    """The error beside its field, or over the form when it is of none."""
    return {"error": error.message if error else "", "error_field": getattr(error, "field", None) or ""}

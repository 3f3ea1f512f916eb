"""Residents come in through an identity provider, sign what they file there, and leave."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eok.accounts import provider, sessions
from eok.accounts.actions.sign import finish_signature
from eok.accounts.actions.welcome import welcome
from eok.accounts.errors import UnknownFlowError
from eok.accounts.flows import Flow, new_flow, take
from eok.accounts.models import Person
from eok.accounts.next_page import asked_for
from eok.accounts.records import How, Outcome, record
from eok.accounts.viewers import RESIDENTS
from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import EokError
from eok.krds.page import render


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def sign_in(request: HttpRequest) -> HttpResponse:
    """`/accounts/sign-in/`: what is received and why; the button leads to the provider."""
    back_to = asked_for(request, RESIDENTS)
    if _person(request) is not None:
        return redirect(back_to)
    if request.method != "POST":
        return render(request, "accounts/sign_in.html", {"next": back_to})
    try:
        return redirect(provider.send(request, new_flow(back_to=back_to, asked_at=clock.now().timestamp())))
    except EokError as error:
        return _not_in(request, error, back_to)


@never_cache
@require_safe
@open_to(Who.ANYONE)
def callback(request: HttpRequest) -> HttpResponse:
    """`/accounts/callback/`: the provider sends the person back here, to come in or having signed."""
    try:
        flow = take(request, request.GET.get("state", ""))
    except UnknownFlowError as error:
        return _not_in(request, error, RESIDENTS)
    try:
        _sign(request, flow) if flow.purpose else _come_in(request, flow)
    except EokError as error:
        record(request, _how(flow), Outcome.REFUSED, who=_person(request))
        return _not_in(request, error, flow.back_to, signing=bool(flow.purpose))
    return redirect(flow.back_to)


@require_POST
@open_to(Who.ANYONE)
def sign_out(request: HttpRequest) -> HttpResponse:
    """`/accounts/sign-out/`: ends the session here and at the provider."""
    person = _person(request)
    away = None
    if person is not None:
        record(request, How.SIGN_OUT, Outcome.OUT, who=person)
        away = _away(sessions.id_token(request, person))
    return sessions.leave(request, away or "/")


def _come_in(request: HttpRequest, flow: Flow) -> None:
    identity = provider.answer(request, flow)
    person = welcome(identity)
    sessions.enter_as_person(request, person, identity.assertion)
    record(request, How.IDENTITY, Outcome.IN, who=person)


def _sign(request: HttpRequest, flow: Flow) -> None:
    identity = provider.answer(request, flow)
    person = _person(request)
    if person is None:
        raise UnknownFlowError
    finish_signature(request, flow, person, identity)
    record(request, How.SIGNATURE, Outcome.IN, who=person)


def _how(flow: Flow) -> How:
    return How.SIGNATURE if flow.purpose else How.IDENTITY


def _away(token: str) -> str | None:
    """A provider that can't be reached must not keep anybody in."""
    try:
        return provider.leave(token)
    except EokError:
        return None


def _person(request: HttpRequest) -> Person | None:
    return getattr(request, "person", None)


def _not_in(request: HttpRequest, error: EokError, back_to: str, *, signing: bool = False) -> HttpResponse:
    """What happened, that nothing is lost, and the way back."""
    context = {"message": error.message, "signing": signing, "next": back_to}
    return render(request, "accounts/not_signed_in.html", context, status=error.status)

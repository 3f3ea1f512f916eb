"""The one-time link of a new officer: one page, a picture for the phone, and the recovery codes."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts import second_factor
from eok.accounts.actions.set_up import open_link, secret_of, set_up
from eok.accounts.models import SetupLink
from eok.accounts.records import How, Outcome, record
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.krds.page import render


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def officer_setup(request: HttpRequest, token: str) -> HttpResponse:
    """`/desk/setup/<token>/`: whoever holds the link is the officer, once."""
    link = open_link(token)
    if request.method != "POST":
        return _page(request, link, token)
    typed = {name: request.POST.get(name, "") for name in ("password", "again", "code")}
    try:
        codes = set_up(link, **typed)
    except InvalidError as error:
        return _page(request, link, token, error)
    record(request, How.SETUP, Outcome.GOES_ON, who=link.officer)
    return render(request, "accounts/officer_ready.html", {"officer": link.officer, "codes": codes})


@never_cache
@require_safe
@open_to(Who.ANYONE)
def setup_picture(request: HttpRequest, token: str) -> HttpResponse:
    """`/desk/setup/<token>/qr.png`: what the authenticator app reads; an address of ours, as the CSP wants."""
    link = open_link(token)
    picture = second_factor.picture(secret_of(link), link.officer.login)
    return HttpResponse(picture, content_type="image/png")


def _page(
    request: HttpRequest, link: SetupLink, token: str, error: InvalidError | None = None
) -> HttpResponse:
    context = {
        "officer": link.officer,
        "token": token,
        "secret": second_factor.in_fours(secret_of(link)),
        "error": error.message if error else "",
        "error_field": (error.field or "") if error else "",
    }
    return render(request, "accounts/officer_setup.html", context, status=error.status if error else 200)

"""The two pages of this room: how pages are drawn for this reader, and every part in every state."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.krds import display, samples
from eok.krds.page import render


@csrf_exempt  # changes only how this browser draws pages; a token would make every kept page differ
@open_to(Who.ANYONE)
def choose_display(request: HttpRequest) -> HttpResponse:
    """글자 크기, 화면 색: kept in a cookie, then back to the page one came from (KWCAG 2.2, 5.3.3)."""
    before = display.of(request.COOKIES)
    if request.method != "POST":
        return render(request, "krds/display.html")
    chosen = display.choose(before, request.POST.dict())
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        display.SECURE_COOKIE if settings.SESSION_COOKIE_SECURE else display.COOKIE,
        chosen.key,
        max_age=display.COOKIE_AGE,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _back(request: HttpRequest) -> str:
    """The page the choice was made on, when it is one of ours."""
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return "/desk/" if settings.EOK_ROLE == "desk" else "/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@require_safe
@open_to(Who.ANYONE)
def gallery(request: HttpRequest) -> HttpResponse:
    """Every macro in every state, for those who build pages and for the accessibility test."""
    return render(request, "krds/gallery.html", samples.context())


@require_safe
@open_to(Who.ANYONE)
def desk_gallery(request: HttpRequest) -> HttpResponse:
    """The officer's parts in the officer's frame."""
    return render(request, "krds/desk_gallery.html", samples.desk_context())

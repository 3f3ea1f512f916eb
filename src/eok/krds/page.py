"""How a view becomes a page: one function, so that every page has the same frame and escapes the same."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from eok.krds import display, jinja, viewer


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The page as a response. An unknown name in the template is an error, never an empty place."""
    return HttpResponse(to_text(request, template, context), status=status)


def to_text(request: HttpRequest, template: str, context: Mapping[str, object] | None = None) -> str:
    """The page's HTML, also for fragments (`_part.html`)."""
    page = jinja.shared().get_template(template)
    return page.render({**around(request), **(context or {})})


def around(request: HttpRequest) -> dict[str, object]:
    """What the frame of each page needs."""
    return {
        "request": request,
        "demo": settings.EOK_DEMO,
        "session_seconds": getattr(request, "session_seconds", None),
        "signed_in": viewer.of(request),
        "display": display.of(request.COOKIES),
    }

"""`/trail/`: the root of each day, so that anybody may keep copies the office can't rewrite."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.krds.page import render
from eok.trail import published

SHOWN = 60
"""Days on the page; the file holds all of them."""


@require_safe
@open_to(Who.ANYONE)
def roots(request: HttpRequest) -> HttpResponse:
    """The newest days."""
    return render(request, "trail/roots.html", {"roots": published.newest(SHOWN), "shown": SHOWN})


@require_safe
@open_to(Who.ANYONE)
def roots_file(request: HttpRequest) -> HttpResponse:
    """All days and the public keys: what `./eok trail check --roots` reads."""
    return HttpResponse(published.dumps(), content_type="application/json")

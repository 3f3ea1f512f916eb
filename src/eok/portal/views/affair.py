"""One affair: what it is, what it takes, how long, what one gets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.catalogue import queries as catalogue
from eok.core.access import Who, open_to
from eok.core.keeping import keep
from eok.krds.page import render
from eok.portal.affair import affair_page


@require_safe
@open_to(Who.ANYONE)
def affair(request: HttpRequest, service_id: str) -> HttpResponse:
    """`/services/<id>`; the answers to "준비할 것" stand in the address and need no script."""
    service = catalogue.get(service_id)
    page = affair_page(service, request.GET)
    part = request.headers.get("HX-Target", "").endswith("papers-part")
    template = "portal/_papers.html" if part else "portal/affair.html"
    return keep(request, render(request, template, {"page": page}), until="minute")

"""One affair: what it is, what it takes, how long, what one gets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.casework.blank_form import blank_form as blank_form_of
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


@require_safe
@open_to(Who.ANYONE)
def blank_form(request: HttpRequest, service_id: str) -> HttpResponse:
    """`/services/<id>/form.pdf`: 빈 서식, to be filled in by hand and brought."""
    response = HttpResponse(blank_form_of(catalogue.get(service_id)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f"inline; filename={service_id}.pdf"
    return keep(request, response, until="version")

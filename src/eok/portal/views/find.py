"""Finding: the home page, search results, fields and life events."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from eok.catalogue import queries as catalogue
from eok.catalogue.shelves import life_events
from eok.core.access import Who, open_to
from eok.core.keeping import keep
from eok.krds.page import render
from eok.portal import results

HERE = "food"
"""The field whose affairs are bound to a place one can ask about first."""
EXAMPLES = ("가게 접으려고요", "온라인으로 옷 팔기", "스마트스토어 신고", "식당 폐업")


@require_safe
@open_to(Who.ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    """`/`: one question, the affairs people look for, what may have happened, all fields."""
    context = {
        "examples": [(words, f"{reverse('portal:search')}?{urlencode({'q': words})}") for words in EXAMPLES],
        "popular": catalogue.popular(),
        "events": life_events(),
        "sectors": [
            (sector.name.ko, reverse("portal:sector", args=[sector.id]), f"{count}건")
            for sector, count in catalogue.sector_counts().items()
        ],
    }
    return keep(request, render(request, "portal/home.html", context), until="version")


@require_safe
@open_to(Who.ANYONE)
def search(request: HttpRequest) -> HttpResponse:
    """`/search?q=`: a winner, or a list, or help; filters stand in the address."""
    found = results.results(request.GET)
    return keep(request, render(request, "portal/search.html", {"found": found}), until="version")


@require_safe
@open_to(Who.ANYONE)
def life_event(request: HttpRequest, event_id: str) -> HttpResponse:
    """`/events/<id>`: the affairs of one life event."""
    event, services = catalogue.life_event(event_id)
    here = any(service.sector == HERE for service in services)
    context = {"title": event.name.ko, "services": services, "search": event.search, "here": here}
    return keep(request, render(request, "portal/shelf.html", context), until="version")


@require_safe
@open_to(Who.ANYONE)
def sector(request: HttpRequest, sector_id: str) -> HttpResponse:
    """`/sectors/<id>`: the affairs of one field."""
    shelf, services = results.shelf(sector_id)
    context = {"title": shelf.name.ko, "services": services, "search": "", "here": sector_id == HERE}
    return keep(request, render(request, "portal/shelf.html", context), until="version")

"""보완: only what was asked for, with the officer's sentence at each place (민원처리법 §22①)."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.casework.access import case_of
from eok.casework.actions.supply import supply
from eok.core.access import Who, open_to
from eok.core.errors import EokError
from eok.krds.page import render
from eok.portal import address_search, supply_page, supplying
from eok.portal.address_search import Searched
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.supplying import Supplying
from eok.portal.who import person_of


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def supplement(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/my/cases/<id>/supplement/`: everything asked for goes at once; what was given stays until then."""
    person = person_of(request)
    asked = supplying.asked_of(case_of(person, case_id), person)
    if asked is None:
        return redirect(reverse("portal:case", args=[case_id]))
    if request.method != "POST":
        return _page(request, asked)
    sending = request.POST.get("do") == "send"
    given = supplying.take_in(asked, request, sending=sending)
    press = address_search.pressed(request.POST, asked.service.form.questions())
    if press:
        return _searched(request, given, address_search.look(request, press, person))
    if given.problems or given.opened or not sending:
        return _page(request, given)
    try:
        supply(case_id=given.case.pk, answers=given.changed, papers=given.files, note=given.note, by=person)
    except EokError as error:
        return _page(request, given, error)
    return redirect(reverse("portal:case", args=[case_id]))


def _searched(request: HttpRequest, given: Supplying, searched: Searched) -> HttpResponse:
    """주소 찾기: what is wrong with the answers waits for 내기, a file that was refused is told at once."""
    problems = {key: text for key, text in given.problems.items() if not key.startswith("question:")}
    status = given.status if problems else searched.status
    return _page(request, replace(given, problems=problems, status=status), searched=searched)


def _page(
    request: HttpRequest, asked: Supplying, error: EokError | None = None, searched: Searched | None = None
) -> HttpResponse:
    context = {**supply_page.context(asked, searched), "error": error.message if error else ""}
    status = error.status if error else asked.status
    return render(request, "portal/supplement.html", context, status=status)

"""보완: only what was asked for, with the officer's sentence at each place (민원처리법 §22①)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.casework.access import case_of
from eok.casework.actions.supply import supply
from eok.core.access import Who, open_to
from eok.core.errors import EokError
from eok.krds.page import render
from eok.portal import supply_page, supplying
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
    if given.problems or given.opened or not sending:
        return _page(request, given)
    try:
        supply(case_id=given.case.pk, answers=given.changed, papers=given.files, note=given.note, by=person)
    except EokError as error:
        return _page(request, given, error)
    return redirect(reverse("portal:case", args=[case_id]))


def _page(request: HttpRequest, asked: Supplying, error: EokError | None = None) -> HttpResponse:
    context = {**supply_page.context(asked), "error": error.message if error else ""}
    status = error.status if error else asked.status
    return render(request, "portal/supplement.html", context, status=status)

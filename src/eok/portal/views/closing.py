"""한꺼번에 닫기: choose, answer once, then file each; what was begun can be taken out, what was filed withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from eok.applications.actions.discard import discard
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.krds.fields import errors_of
from eok.krds.page import render
from eok.portal import closing as closed
from eok.portal import closing_form
from eok.portal.closing import Line
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.who import person_of


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def closing(request: HttpRequest) -> HttpResponse:
    """`/my/closing/`: licences with how far each is, and the answers for those not begun."""
    person = person_of(request)
    shown = closed.lines(person)
    if request.method != "POST":
        return _page(request, shown, {}, {})
    given = request.POST.dict()
    common, errors = closing_form.read(given)
    chosen = [line for line in shown if line.open and str(line.licence.pk) in request.POST.getlist("licence")]
    try:
        if common is not None:
            closing_form.begin(chosen, common, person)
            return redirect(reverse("portal:closing"))
    except InvalidError as error:
        errors["licence"] = error.message
    return _page(request, shown, given, errors)


@require_POST
@open_to(Who.RESIDENT)
def drop(request: HttpRequest, draft_id: str) -> HttpResponse:
    """`/my/closing/<draft>/drop/`: 빼기; the others stay as they are."""
    discard(draft_id=draft_id, by=person_of(request))
    return redirect(reverse("portal:closing"))


def _page(
    request: HttpRequest, shown: list[Line], given: dict[str, str], errors: dict[str, str]
) -> HttpResponse:
    fields = closing_form.fields(given, errors)
    begun = [line for line in shown if line.step]
    context = {
        "places": list(closed.places([line for line in shown if line.step is None])),
        "may_begin": any(line.open for line in shown),
        "begun": begun,
        "filed": sum(1 for line in begun if line.step and not line.step.undo_posts),
        "fields": fields,
        "chosen": request.POST.getlist("licence"),
        "none_chosen": errors.get("licence", ""),
        "errors": errors_of(fields),
    }
    return render(request, "portal/closing.html", context, status=422 if errors else 200)

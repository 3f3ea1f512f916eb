"""「이 자리에서 할 수 있나요」: asked before a lease is signed; nothing typed is kept."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.core.access import Who, open_to
from eok.krds.fields import Field, errors_of
from eok.krds.page import render
from eok.linkage.ports import Address
from eok.portal import here as place


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def here(request: HttpRequest) -> HttpResponse:
    """`/sectors/food/here/`: the form, then 통과 or 확인 필요 for each question."""
    if request.method != "POST":
        fields = place.fields(place.Asked({}, {}, None, ""))
        return _page(request, fields)
    asked = place.read(request.POST.dict())
    fields = place.fields(asked)
    if asked.place is None:
        return _page(request, fields)
    seen = place.look(asked, chosen=bool(request.POST.get("road")))
    if seen.choices:
        return _page(request, fields, choices=seen.choices)
    return _page(request, fields, place.answer(asked.place, seen))


def _page(
    request: HttpRequest,
    fields: tuple[Field, ...],
    answer: place.Answer | None = None,
    choices: tuple[Address, ...] = (),
) -> HttpResponse:
    errors = errors_of(fields)
    context = {"fields": fields, "errors": errors, "answer": answer, "choices": choices}
    return render(request, "portal/here.html", context, status=422 if errors else 200)

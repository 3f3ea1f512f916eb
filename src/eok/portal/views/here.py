"""「이 자리에서 할 수 있나요」: asked before a lease is signed; nothing typed is kept."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.core.access import Who, open_to
from eok.krds.fields import errors_of
from eok.krds.page import render
from eok.portal import here as place


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.ANYONE)
def here(request: HttpRequest) -> HttpResponse:
    """`/sectors/food/here/`: the form, then 통과 or 확인 필요 for each question."""
    if request.method != "POST":
        empty = place.Asked({}, {}, None, "")
        return render(
            request, "portal/here.html", {"fields": place.fields(empty), "answer": None, "choices": ()}
        )
    asked = place.read(request.POST.dict())
    fields = place.fields(asked)
    context: dict[str, object] = {
        "fields": fields,
        "errors": errors_of(fields),
        "answer": None,
        "choices": (),
    }
    if asked.place is None:
        return render(request, "portal/here.html", context, status=422)
    seen = place.look(asked, chosen=bool(request.POST.get("road")))
    context["choices"] = seen.choices
    if not seen.choices:
        context["answer"] = place.answer(asked.place, seen)
    return render(request, "portal/here.html", context)

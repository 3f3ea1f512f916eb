"""보완 요구: pick questions and papers, say what is wrong, see what the resident will get and by when."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.applications import drafts
from eok.casework import clockwork, grants
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk.finding import case_of, officer_of, require_open
from eok.forms import display
from eok.krds.page import render

USUAL_DAYS = (5, 7, 10)


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def request(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/supplement/`. 미리 보기 re-renders; 보내기 sends."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    require_open(found, officer, "request_supplement", "request_again")
    service = grants.service_of(found)
    wanted = _wanted(service, request.POST)
    days = _days(request.POST)
    error: InvalidError | None = None
    if request.POST.get("do") == "send":
        try:
            request_supplement(case_id=found.pk, wanted=wanted, days=days, by=officer)
            return redirect(reverse("desk:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    context = {
        "case": found,
        "service": service,
        "places": _places(found, service, request.POST),
        "wanted": wanted,
        "days": days,
        "choices": [(n, clockwork.reply_due(clock.seoul_now().date(), n)) for n in USUAL_DAYS],
        "due_on": clockwork.reply_due(clock.seoul_now().date(), days) if 1 <= days <= 60 else None,
        "window": clockwork.supplement_window(found),
        "error": error.message if error else "",
        "error_field": error.field if error else "",
    }
    return render(request, "desk/supplement.html", context, status=error.status if error else 200)


def _days(posted: QueryDict) -> int:
    text = posted.get("days", "7")
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _wanted(service: Service, posted: QueryDict) -> list[Wanted]:
    """What was ticked, with its sentence; unknown places are left out."""
    labels = _labels(service)
    chosen = [key for key in posted.getlist("want") if key in labels]
    return [
        Wanted("paper" if key.startswith("paper:") else "question", key.split(":", 1)[1], labels[key],
               posted.get(f"say-{key}", "").strip()[:500])
        for key in chosen
    ]  # fmt: skip


def _labels(service: Service) -> Mapping[str, str]:
    """Every question and paper that can be asked for, by key."""
    questions = {f"question:{q.id}": q.label.ko for q in service.form.questions()}
    return {**questions, **{f"paper:{p.id}": p.name.ko for p in service.papers}}


def _places(case: Case, service: Service, posted: QueryDict) -> list[dict[str, object]]:
    filed = drafts.read_filed(case.application)
    shown = display.plain(service, filed.answers)
    chosen = set(posted.getlist("want"))
    rows = []
    for key, label in _labels(service).items():
        kind, place = key.split(":", 1)
        value = shown.get(place, "") if kind == "question" else filed.modes.get(place, "")
        if value:
            rows.append(
                {"key": key, "label": label, "value": value, "kind": kind, "chosen": key in chosen,
                 "say": posted.get(f"say-{key}", "")}
            )  # fmt: skip
    return rows

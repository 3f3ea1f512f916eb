"""우리 구 사실 채우기: what is open by department, filling it in, the second person, undoing, the history."""

from collections.abc import Callable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.models import Officer
from eok.accounts.rights import department_name
from eok.catalogue import adoption, open_facts, queries
from eok.catalogue.actions import adopt as actions
from eok.catalogue.adopted import OFFICE
from eok.catalogue.adoption import Line
from eok.catalogue.errors import FactError, FactMovedError
from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import EokError, NotAllowedError
from eok.desk import adoptform
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.krds import csv_file
from eok.krds.fields import errors_of
from eok.krds.page import render

HEAD = ("부서", "민원사무", "사실", "지금 글", "등급", "출처", "찾을 곳", "언제부터")
KEY = "desk_adopt"
"""Of the session: what was done last, shown once."""


@require_safe
@open_to(Who.OFFICER)
def adopt(request: HttpRequest) -> HttpResponse:
    """`/desk/adopt/`; `?as=csv` gives what is open as a file."""
    officer = officer_of(request)
    found = open_facts.listed()
    if request.GET.get("as") == "csv":
        return csv_file.file("모르는사실", HEAD, (_cells(one) for one in found))
    groups = groupby(found, key=lambda one: one.department)
    mine = {one.service for one in found if adoption.may_fill(officer, one.service)}
    context = {
        "groups": [(department_name(key), list(facts)) for key, facts in groups],
        "count": len(found),
        "shut": len({one.service for one in found}),
        "mine": mine,
        "waiting": _shown(adoption.waiting()),
        "history": _shown([line for line in adoption.history() if line.steps]),
        "notice": request.session.pop(KEY, ""),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/adopt.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def fill(request: HttpRequest, service_id: str, field: str) -> HttpResponse:
    """`/desk/adopt/<affair>/<fact>/`: a value with its ground and its first day."""
    officer = officer_of(request)
    service = queries.get(service_id)
    state = open_facts.standing(service_id, field)
    error: EokError | None = None
    if request.method == "POST":
        try:
            actions.fill(adoptform.read(service_id, field, request.POST.dict()), by=officer)
            request.session[KEY] = (
                f"{service.name.ko}의 {open_facts.label(field)}: 채웠어요. 다른 사람이 확인하면 써요."
            )
            return redirect(reverse("desk:adopt"))
        except (FactError, FactMovedError) as refused:
            error = refused
    shown = adoptform.fields(service_id, field, request.POST.dict(), error)
    context = {
        "service": service,
        "label": open_facts.label(field),
        "says": open_facts.says(adoptform.shown(service_id, field)),
        "source": open_facts.fields(state.service).get(field),
        "whence": open_facts.whence(open_facts.fields(state.service)[field]) if field != OFFICE else "",
        "since": state.since if state.since > clock.seoul_now().date() else None,
        "fields": shown,
        "errors": errors_of(shown),
        "general_error": error.message if error and not errors_of(shown) else "",
        "history": _shown(adoption.history(service_id, field)),
        "fills": adoption.may_fill(officer, service_id),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/adopt_fill.html", context, status=error.status if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def decide(request: HttpRequest, fact_id: int) -> HttpResponse:
    """`/desk/adopt/<number>/`: one value with its history; approve, send back, undo."""
    officer = officer_of(request)
    line = adoption.one(fact_id)
    error: EokError | None = None
    if request.method == "POST":
        try:
            request.session[KEY] = _act(
                request.POST.get("do", ""), line, officer, request.POST.get("reason", "")
            )
            return redirect(reverse("desk:adopt"))
        except (FactError, FactMovedError, NotAllowedError) as refused:
            error = refused
    asked = adoptform.reason(request.POST.get("reason", ""), error)
    context = {
        "line": line,
        "shown": _shown([line])[0],
        "own": line.fact.filled_by_id == officer.pk,
        "fills": adoption.may_fill(officer, line.fact.service),
        "reason_field": asked,
        "error": error.message if error and not asked.error else "",
        "errors": errors_of([asked]),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/adopt_fact.html", context, status=error.status if error else 200)


def _act(verb: str, line: Line, officer: Officer, reason: str) -> str:
    """What to say when it was done. Raises FactError for a verb that is none."""
    number = line.fact.pk
    acts: dict[str, tuple[Callable[[], None], str]] = {
        "approve": (lambda: actions.approve(number, by=officer), "확인했어요. 첫날부터 써요."),
        "refuse": (lambda: actions.refuse(number, by=officer, reason=reason), "돌려보냈어요."),
        "undo": (
            lambda: actions.undo(number, by=officer, reason=reason),
            "되돌렸어요. 앞의 값으로 돌아갔어요.",
        ),
    }
    if verb not in acts:
        raise FactError("무엇을 할지 고르지 않았습니다. 바꾸지 않았습니다. 단추를 눌러 주세요.", "reason")
    act, said = acts[verb]
    act()
    return f"{_title(line)}: {said}"


def _shown(lines: list[Line]) -> list[dict[str, object]]:
    return [
        {
            "line": line,
            "title": _title(line),
            "value": adoptform.said(line.fact.value),
        }
        for line in lines
    ]


def _title(line: Line) -> str:
    known = queries.loaded().services.get(line.fact.service)
    return f"{known.name.ko if known else line.fact.service} {open_facts.label(line.fact.field)}"


def _cells(one: open_facts.OpenFact) -> tuple[str, ...]:
    since = one.since.isoformat() if one.since else ""
    return (
        department_name(one.department),
        one.title,
        one.label,
        one.says,
        one.grade,
        one.source,
        one.find,
        since,
    )

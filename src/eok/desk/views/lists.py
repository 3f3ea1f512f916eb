"""All cases and search: lists of rows with masked names; each list shown is one line in the read log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from eok.casework import lifecycle, permissions
from eok.casework import queries as casework
from eok.core.access import Who, open_to
from eok.desk import rows, unmasking
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note_export, note_list
from eok.desk.retention import may_look
from eok.desk.views.unmask import ask_first
from eok.krds import csv_file
from eok.krds.page import render

LIMIT = 200
"""Rows of one page; the states and the search narrow it down."""
LONGEST_QUERY = 100
HEAD = ("번호", "민원사무", "민원인", "도착", "기한", "상태")


@require_safe
@open_to(Who.OFFICER)
def all_cases(request: HttpRequest) -> HttpResponse:
    """`/desk/cases/`: every case of the department, also the finished ones, newest first."""
    officer = officer_of(request)
    asked = request.GET.get("state", "")
    state = asked if asked in lifecycle.STATES else ""
    found = casework.of_departments(permissions.departments_of(officer), state=state)
    clear = unmasking.wants_clear(request)
    if clear and unmasking.lift_of(request, "list:cases") is None:
        return ask_first("list", "cases", request.get_full_path())
    shown = rows.plain(found[:LIMIT], clear=clear)
    if clear:
        note_export(officer, "사건", [f"case:{row.id}" for row in shown])
    note_list(officer, "cases", len(shown))
    if request.GET.get("as") == "csv":
        return csv_file.file(
            "사건", HEAD, ((r.number, r.affair, r.person, r.left, r.due, r.next) for r in shown)
        )
    context = {
        "cases": shown,
        "total": found.count(),
        "state": state,
        "states": {key: s.label for key, s in lifecycle.STATES.items()},
        "retention": may_look(officer),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/cases.html", context)


@require_safe
@open_to(Who.OFFICER)
def search(request: HttpRequest) -> HttpResponse:
    """`/desk/search?q=`: by number, name, phone or 사업자등록번호; one hit opens itself."""
    officer = officer_of(request)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    places = permissions.departments_of(officer)
    found = list(casework.find(words, places)[:LIMIT]) if words else []
    note_list(officer, "search", len(found))
    if len(found) == 1:
        return redirect(reverse("desk:case", args=[found[0].pk]))
    context = {"words": words, "cases": rows.plain(found), "desk_counts": menu(officer)}
    return render(request, "desk/search.html", context)

"""할 일, all cases, search: lists of rows with masked names; each list shown is one line in the read log."""

import csv
from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eok.accounts.models import Officer
from eok.casework import queries as casework
from eok.casework.actions.accept import accept
from eok.casework.models import Case
from eok.core import clock
from eok.core.access import Who, open_to
from eok.desk import rows
from eok.desk.counts import counts
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds.page import render

LIMIT = 200
"""Rows of one page; the filters narrow it down further."""

FILTERS = {
    "mine": "내 할 일",
    "today": "오늘까지",
    "supplied": "보완이 왔어요",
    "unassigned": "담당 없음",
    "late": "기한 지남",
    "after": "수리 뒤 할 일",
    "team": "우리 부서 모두",
}


@require_safe
@open_to(Who.OFFICER)
def worklist(request: HttpRequest) -> HttpResponse:
    """`/desk/`: what is to be done, least time first; the filter stands in the address."""
    officer = officer_of(request)
    chosen = request.GET.get("show", "mine")
    found = _filtered(officer, chosen, request.GET)
    groups = rows.groups(found[:LIMIT], officer)
    note_list(officer, "worklist", sum(len(g.rows) for g in groups))
    if request.GET.get("as") == "csv":
        return _csv(groups)
    context = {
        "groups": groups,
        "total": sum(len(g.rows) for g in groups),
        "limit": LIMIT,
        "filters": [(label, f"?show={key}", counts(officer)[key]) for key, label in FILTERS.items()],
        "current": f"?show={chosen}",
        "title": FILTERS.get(chosen, FILTERS["mine"]),
        "now": clock.now(),
        "desk_counts": _menu_counts(officer),
    }
    return render(request, "desk/worklist.html", context)


@require_POST
@open_to(Who.OFFICER)
def accept_chosen(request: HttpRequest) -> HttpResponse:
    """Accept the chosen new cases at once; each is its own act."""
    officer = officer_of(request)
    for case_id in request.POST.getlist("case"):
        accept(case_id=case_id, by=officer)
    return redirect(reverse("desk:worklist"))


@require_safe
@open_to(Who.OFFICER)
def all_cases(request: HttpRequest) -> HttpResponse:
    """`/desk/cases/`: every case of the department, also the finished ones, newest first."""
    officer = officer_of(request)
    found = casework.of_department(officer.department, state=request.GET.get("state", ""))[:LIMIT]
    note_list(officer, "cases", len(found))
    context = {
        "cases": rows.plain(found),
        "state": request.GET.get("state", ""),
        "desk_counts": _menu_counts(officer),
    }
    return render(request, "desk/cases.html", context)


@require_safe
@open_to(Who.OFFICER)
def search(request: HttpRequest) -> HttpResponse:
    """`/desk/search?q=`: by number, name, phone or 사업자등록번호; one hit opens itself."""
    officer = officer_of(request)
    words = request.GET.get("q", "").strip()
    found = list(casework.find(words, [officer.department])[:LIMIT]) if words else []
    note_list(officer, "search", len(found))
    if len(found) == 1:
        return redirect(reverse("desk:case", args=[found[0].pk]))
    context = {"words": words, "cases": rows.plain(found), "desk_counts": _menu_counts(officer)}
    return render(request, "desk/search.html", context)


def _filtered(officer: Officer, chosen: str, asked: QueryDict) -> QuerySet[Case]:
    found = casework.worklist([officer.department])
    service = asked.get("service")
    if service:
        found = found.filter(service_id=service)
    return casework.narrowed(found, chosen, officer)


def _menu_counts(officer: Officer) -> dict[str, int]:
    known = counts(officer)
    return {"/desk/": known["mine"], "/desk/approvals/": known["approvals"]}


def _csv(groups: Sequence[rows.Group]) -> HttpResponse:
    """The same rows as a file; names masked as on the page."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment; filename*=UTF-8''%ED%95%A0%EC%9D%BC.csv"
    response.write("\ufeff")  # spreadsheets then read the Hangul
    writer = csv.writer(response)
    writer.writerow(["구분", "번호", "민원사무", "민원인", "남은 시간", "기한", "다음 할 일"])
    for group in groups:
        for row in group.rows:
            cells = (group.title, row.number, row.affair, row.person, row.left, row.due, row.next)
            writer.writerow([_harmless(cell) for cell in cells])
    return response


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet can't take for a formula (CWE-1236)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell

"""할 일: what is to be done, least time first, and accepting several new ones at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.casework.worklist import listed
from eok.core import clock
from eok.core.access import Who, open_to
from eok.desk import batch, rows, unmasking, worklist_tools
from eok.desk.counts import counts, menu, places
from eok.desk.finding import officer_of
from eok.desk.reading import note_export, note_list
from eok.desk.views.unmask import ask_first
from eok.desk.worklist_tools import Asked
from eok.krds import csv_file
from eok.krds.page import render

LIMIT = 200
"""Rows of one page; the filters narrow it down further."""
HEAD = ("구분", "번호", "민원사무", "민원인", "남은 시간", "기한", "다음 할 일")


@require_safe
@open_to(Who.OFFICER)
def worklist(request: HttpRequest) -> HttpResponse:
    """`/desk/`: filter, affair and order stand in the address; `as=csv` gives the file."""
    officer = officer_of(request)
    asked = worklist_tools.asked(request.GET)
    clear = unmasking.wants_clear(request)
    if clear and unmasking.lift_of(request, "list:worklist") is None:
        return ask_first("list", "worklist", request.get_full_path())
    groups = rows.groups(_found(officer, asked), officer, clear=clear)
    total = sum(len(g.rows) for g in groups)
    note_list(officer, "worklist", total)
    if clear:
        note_export(officer, "할 일", [f"case:{row.id}" for group in groups for row in group.rows])
    if request.GET.get("as") == "csv":
        cells = (
            (g.title, r.number, r.affair, r.person, r.left, r.due, r.next) for g in groups for r in g.rows
        )
        return csv_file.file("할일", HEAD, cells)
    context = {
        "groups": groups,
        "total": total,
        "limit": LIMIT,
        "asked": asked,
        "tools": worklist_tools.tools(officer, asked),
        "counts": counts(officer),
        "now": clock.now(),
        "notice": batch.take_notice(request),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/worklist.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def accept_chosen(request: HttpRequest) -> HttpResponse:
    """Accept the chosen new cases; each is its own act, the others are left and named."""
    officer = officer_of(request)
    if request.method == "POST":
        batch.leave_notice(request, batch.accept_all(request.POST.getlist("case"), officer))
    return redirect(f"{reverse('desk:worklist')}{worklist_tools.asked(request.POST).query}")


def _found(officer: Officer, asked: Asked) -> list[Case]:
    return listed(
        places(officer),
        officer,
        show=asked.show,
        service=asked.service,
        sort=asked.sort,
        limit=LIMIT,
    )

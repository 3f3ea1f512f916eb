"""대장: the registers an officer's departments keep, as a list and one entry at a time."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.desk import entrypage, paging, registerlist, unmasking
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note, note_export, note_list
from eok.desk.views.unmask import ask_first
from eok.krds import csv_file
from eok.krds.page import render
from eok.licences.states import STATES

HEAD = ("대장", "번호", "상호", "명의자", "영업의 종류", "소재지", "신고일", "상태")
KEY = "desk_register_written"
"""Of the session: what was written into an entry, shown once."""


@require_safe
@open_to(Who.OFFICER)
def licences(request: HttpRequest) -> HttpResponse:
    """`/desk/licences/?q=&register=&state=&kind=&sort=&page=`: personal values masked; `as=csv` for a file."""
    officer = officer_of(request)
    registers = registerlist.registers_of(officer)
    asked = registerlist.asked(request.GET, registers)
    found = registerlist.found(asked, registers)
    clear = unmasking.wants_clear(request)
    if clear and unmasking.lift_of(request, "list:licences") is None:
        return ask_first("list", "licences", request.get_full_path())
    if request.GET.get("as") == "csv":
        shown = registerlist.rows(list(found), registers, clear=clear)
        if clear:
            note_export(officer, "대장", [f"licence:{row.id}" for row in shown])
        note_list(officer, "licences", len(shown))
        return csv_file.file("대장", HEAD, (_cells(row) for row in shown))
    page = paging.page_of(found, request.GET.get("page", ""), registerlist.PAGE)
    shown = registerlist.rows(list(page.rows), registers)
    note_list(officer, "licences", len(shown))
    context = {
        "rows": shown,
        "page": page,
        "asked": asked,
        "registers": registers,
        "states": {**{key: state.label for key, state in STATES.items()}, registerlist.STOPPED: "영업정지"},
        "sorts": registerlist.SORTS,
        "desk_counts": menu(officer),
    }
    return render(request, "desk/licences.html", context)


def _cells(row: registerlist.Row) -> tuple[str, ...]:
    return (
        row.register, row.number, row.name, row.holder, row.kind, row.premises, row.opened_on, row.stands.label,
    )  # fmt: skip


@require_safe
@open_to(Who.OFFICER)
def licence(request: HttpRequest, licence_id: str) -> HttpResponse:
    """One entry with its history: a reading of its own; in clear after 가림 풀기."""
    officer = officer_of(request)
    found = entrypage.entry_of(officer, licence_id)
    note(officer, f"licence:{found.pk}", "대장 열람")
    lift = unmasking.lift_of(request, f"licence:{found.pk}")
    context = {
        **entrypage.context(found, officer, lifted=lift is not None),
        "lift": lift,
        "written": request.session.pop(KEY, ""),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/licence.html", context)

"""대장: the register of licences, to look a number or a business up."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.casework import personal
from eok.core.access import Who, open_to
from eok.core.errors import NotFoundError
from eok.core.pii import Known, Veil
from eok.desk import export, unmasking
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note, note_export, note_list
from eok.desk.views.unmask import ask_first
from eok.krds import filters
from eok.krds.page import render
from eok.licences import queries as registers
from eok.licences.models import Licence

LIMIT = 200
LONGEST_QUERY = 100
HEAD = ("번호", "상호", "소재지", "신고일", "상태")
COLUMNS = {
    "name": "상호", "representative": "대표자", "business_no": "사업자등록번호", "premises": "소재지", "phone": "전화",
    "email": "전자우편", "domain": "인터넷도메인", "host_server": "호스트서버 소재지", "sales_methods": "판매방식",
    "goods": "취급품목", "holder": "명의자", "licence_no": "번호", "kind": "종류", "closed_on": "폐업일",
    "birth_date": "생년월일",
}  # fmt: skip
"""Columns of the register books, as officers read them."""


@require_safe
@open_to(Who.OFFICER)
def licences(request: HttpRequest) -> HttpResponse:
    """`/desk/licences/?q=`: newest first, or by exact number, name or 사업자등록번호."""
    officer = officer_of(request)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    found = registers.search(words)[:LIMIT]
    if found:
        note_list(officer, "licences", len(found))
    clear = export.wants_clear(request)
    if clear and unmasking.lift_of(request, "list:licences") is None:
        return ask_first("list", "licences", request.get_full_path())
    rows = [(row, _veiled(registers.content(row), lifted=clear)) for row in found]
    if clear:
        note_export(officer, "대장", [f"licence:{row.pk}" for row in found])
    if request.GET.get("as") == "csv":
        return export.file("대장", HEAD, (_cells(row, columns) for row, columns in rows))
    query = f"{urlencode({'q': words})}&" if words else ""
    context = {"rows": rows, "words": words, "limit": LIMIT, "query": query, "desk_counts": menu(officer)}
    return render(request, "desk/licences.html", context)


def _veiled(content: dict[str, str], *, lifted: bool) -> dict[str, str]:
    """The columns of one entry as they may stand on the screen."""
    known = (Known(kind, content.get(column, "")) for column, kind in personal.OF_COLUMN.items())
    veil = Veil(tuple(known), lifted)
    return {column: veil.value(personal.OF_COLUMN.get(column), said) for column, said in content.items()}


def _cells(row: Licence, columns: dict[str, str]) -> tuple[str, ...]:
    return (
        row.licence_no, columns.get("name", ""), columns.get("premises", ""), filters.short_date(row.opened_on),
        row.stands.label,
    )  # fmt: skip


@require_safe
@open_to(Who.OFFICER)
def licence(request: HttpRequest, licence_id: str) -> HttpResponse:
    """One entry with its history."""
    officer = officer_of(request)
    found = registers.get(licence_id)
    if found is None:
        raise NotFoundError("그런 대장이 없습니다. 번호를 확인해 주세요. 대장 목록에서 다시 찾아 주세요.")
    note(officer, f"licence:{found.pk}", "대장 열람")
    lift = unmasking.lift_of(request, f"licence:{found.pk}")
    context = {
        "licence": found,
        "lift": lift,
        "content": _veiled(registers.content(found), lifted=lift is not None),
        "history": registers.history(found),
        "columns": COLUMNS,
    }
    return render(request, "desk/licence.html", context)

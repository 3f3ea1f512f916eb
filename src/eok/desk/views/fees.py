"""수수료 for officers: the list with its file, and 대사 against the gateway's list."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core import clock
from eok.core.access import Who, open_to
from eok.desk import feelist, paging
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds import csv_file, filters
from eok.krds.page import render
from eok.linkage import registry
from eok.linkage.errors import LinkageError
from eok.payments import reconcile as books
from eok.payments.reconcile import Reconciled

LONGEST_DAYS = 93
HEAD = ("때", "주문번호", "결제 시스템(원)", "우리 장부(원)", "견줌")


@require_safe
@open_to(Who.OFFICER)
def fees(request: HttpRequest) -> HttpResponse:
    """`/desk/fees/?show=`: what is owed, paid, given back; as a file with `as=csv`."""
    officer, show = officer_of(request), request.GET.get("show", "")
    found = feelist.found(officer, show)
    if request.GET.get("as") == "csv":
        rows = feelist.rows(list(found))
        note_list(officer, "fees", len(rows))
        return csv_file.file("수수료", feelist.HEAD, [feelist.cells(row) for row in rows])
    page = paging.page_of(found, request.GET.get("page", ""), feelist.PAGE)
    context = {
        "rows": feelist.rows(page.rows),
        "page": page,
        "show": show if show in feelist.SHOWN else "",
        "shown": feelist.SHOWN,
        "sums": feelist.sums(officer),
        "query": feelist.query,
        "desk_counts": menu(officer),
    }
    note_list(officer, "fees", len(page.rows))
    return render(request, "desk/fees.html", context)


@require_safe
@open_to(Who.OFFICER)
def reconcile(request: HttpRequest) -> HttpResponse:
    """`/desk/fees/reconcile/?from=&to=`: the gateway's list against our books."""
    officer, (first, last) = officer_of(request), _days(request)
    found, problem = Reconciled(()), ""
    connected = registry.port("payments").connected
    try:
        found = books.of_days(first, last)
    except LinkageError as error:
        problem = error.message
    if request.GET.get("as") == "csv" and not problem:
        return csv_file.file(f"수수료-대사-{first}-{last}", HEAD, [_cells(line) for line in found.lines])
    context = {
        "found": found,
        "problem": problem,
        "connected": connected,
        "first": first,
        "last": last,
        "verdicts": books.VERDICTS,
        "all": request.GET.get("show") == "all",
        "desk_counts": menu(officer),
    }
    return render(request, "desk/fees_reconcile.html", context, status=503 if problem else 200)


def _days(request: HttpRequest) -> tuple[date, date]:
    """Yesterday and today, unless the address names others; never longer than a quarter."""
    today = clock.seoul_now().date()
    last = _day(request.GET.get("to", ""), today)
    first = _day(request.GET.get("from", ""), last - timedelta(days=1))
    first = min(first, last)
    return max(first, last - timedelta(days=LONGEST_DAYS)), last


def _day(text: str, otherwise: date) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return found if 2000 <= found.year < 9998 else otherwise


def _cells(line: books.Line) -> tuple[str, ...]:
    won = ["" if one is None else str(one) for one in (line.theirs_won, line.ours_won)]
    return (filters.short_datetime(line.at), line.order_no, *won, books.VERDICTS[line.verdict])

"""보존과 파기: what ends soon, what is held, what goes to the records centre, what was ended. Nothing personal on it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.desk import retention as common
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.krds import csv_file
from eok.krds.page import render
from eok.retention import report
from eok.retention.models import RESULTS, Ending

ENDED = (
    "기록", "민원사무", "부서", "처리를 마친 날", "파기한 때", "근거", "심의·이관 번호", "없앤 열쇠", "지운 파일", "되살린 뒤 다시",
)  # fmt: skip
LINES = ("기록", "민원사무", "처리를 마친 날", "보존 마지막 날", "지금")


@require_safe
@open_to(Who.OFFICER)
def retention(request: HttpRequest) -> HttpResponse:
    """`/desk/retention/`; `?as=csv&list=soon|hand-over|ended` gives one list whole, for spreadsheets."""
    officer = officer_of(request)
    common.require_look(officer)
    if request.GET.get("as") == "csv":
        return _file(request.GET.get("list", "ended"))
    context = {
        "report": report.report(),
        "ended": [
            report.ended_cells(one) for one in Ending.objects.order_by("-ended_at", "-pk")[: report.LIMIT]
        ],
        "ended_head": ENDED,
        "lines_head": LINES,
        "limit": report.LIMIT,
        "manages": common.may_manage(officer),
        "who": report.people(),
        "results": RESULTS,
        "notice": request.session.pop(common.KEY, ""),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/retention.html", context)


@require_safe
@open_to(Who.OFFICER)
def classes(request: HttpRequest) -> HttpResponse:
    """`/desk/retention/table/`: which record is kept how long, by which article."""
    officer = officer_of(request)
    common.require_look(officer)
    context = {"classes": report.classes(), "units": report.units(), "desk_counts": menu(officer)}
    return render(request, "desk/retention_table.html", context)


def _file(name: str) -> HttpResponse:
    if name not in ("soon", "hand-over"):
        rows = Ending.objects.order_by("ended_at", "pk").iterator()
        return csv_file.file("기록물파기대장", ENDED, (report.ended_cells(one) for one in rows))
    found = report.report(limit=report.ALL)
    lines = found.soon if name == "soon" else found.to_hand_over
    cells = (
        (one.number, one.affair, str(one.finished_on), str(one.last_day or ""), one.stands) for one in lines
    )
    return csv_file.file("끝나가는기록" if name == "soon" else "이관할기록", LINES, cells)

"""공동이용 조회: what no source has answered yet, or has answered in two ways; an officer looks and notes it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from eok.casework import look_ups as sought
from eok.casework import queries as casework
from eok.casework.look_ups import Waiting
from eok.core import pii
from eok.core.access import Who, open_to
from eok.desk import lookuplines
from eok.desk.counts import menu, places
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds import csv_file, filters
from eok.krds.page import render

LIMIT = 200
"""Rows of one page; those that wait longest come first."""
HEAD = ("번호", "민원사무", "민원인", "서류", "상태", "물은 때", "물은 횟수", "담당자")
TWO = "두 답이 다름"


@dataclass(frozen=True)
class Line:
    number: str
    affair: str
    person: str
    """Masked."""
    paper: str
    said: str
    asked: str
    attempts: int
    officer: str
    url: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.number, self.affair, self.person, self.paper, self.said, self.asked,
                f"{self.attempts}", self.officer)  # fmt: skip


@require_safe
@open_to(Who.OFFICER)
def look_ups(request: HttpRequest) -> HttpResponse:
    """`/desk/look-ups/`: `show=mine` or all of one's departments; `as=csv` gives the file."""
    officer = officer_of(request)
    mine = request.GET.get("show") == "mine"
    found = [_line(one) for one in sought.waiting(places(officer), officer if mine else None)]
    note_list(officer, "look-ups", len(found))
    if request.GET.get("as") == "csv":
        return csv_file.file("공동이용조회", HEAD, (line.cells for line in found))
    context = {
        "lines": found[:LIMIT],
        "total": len(found),
        "mine": mine,
        "connected": not sought.unconnected(),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/look_ups.html", context)


def _line(one: Waiting) -> Line:
    case, last = one.case, one.known.last
    return Line(
        number=case.case_no or case.application.application_no,
        affair=one.service.name.ko,
        person=pii.mask_name(casework.summary(case).get("name", "")),
        paper=one.paper.name.ko,
        said=TWO if one.known.contradicted else lookuplines.said(last),
        asked=filters.short_datetime(last.row.asked_at),
        attempts=last.row.attempts,
        officer=case.officer.name if case.officer else "담당 없음",
        url=f"{reverse('desk:case', args=[case.pk])}#papers",
    )

"""결재: drafts that wait for this officer's decision."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.casework import permissions
from eok.casework import queries as casework
from eok.core.access import Who, open_to
from eok.desk import rows
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds.page import render


@require_safe
@open_to(Who.OFFICER)
def approvals(request: HttpRequest) -> HttpResponse:
    """`/desk/approvals/`: least time first; each leads to its decision."""
    officer = officer_of(request)
    found = list(casework.by_urgency(permissions.awaiting(officer)))
    note_list(officer, "approvals", len(found))
    context = {
        "groups": rows.groups(found, officer, opens="desk:decide"),
        "total": len(found),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/approvals.html", context)

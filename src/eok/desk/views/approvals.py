"""결재: drafts that wait for this officer's decision."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.accounts import queries as accounts
from eok.casework import queries as casework
from eok.core import clock
from eok.core.access import Who, open_to
from eok.desk import rows
from eok.desk.counts import counts
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds.page import render


@require_safe
@open_to(Who.OFFICER)
def approvals(request: HttpRequest) -> HttpResponse:
    """`/desk/approvals/`: least time first."""
    officer = officer_of(request)
    roles = accounts.roles_of(officer, clock.seoul_now().date())
    found = list(casework.waiting_for_decision(officer.department, roles))
    note_list(officer, "approvals", len(found))
    context = {
        "groups": rows.groups(found, officer),
        "total": len(found),
        "desk_counts": {"/desk/approvals/": counts(officer)["approvals"], "/desk/": counts(officer)["mine"]},
    }
    return render(request, "desk/approvals.html", context)

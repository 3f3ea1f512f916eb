"""Which officer a new case goes to: whoever of the department has the fewest open cases."""

from collections import Counter

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.casework import lifecycle
from eok.casework.models import Case
from eok.core import clock


def officer_for(case: Case) -> Officer | None:
    """None when the department has no officer who may take it; it then waits unassigned."""
    on = clock.seoul_now().date()
    candidates = accounts.officers_of(case.department, service_id=case.service_id, on=on)
    if not candidates:
        return None
    rows = Case.objects.filter(officer__in=candidates, state__in=lifecycle.IN_PERIOD)
    load = Counter(rows.values_list("officer_id", flat=True))
    return min(candidates, key=lambda officer: (load[officer.pk], officer.pk))

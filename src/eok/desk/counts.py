"""How many cases each saved filter holds, in one grouped query."""

from django.db.models import Count, Q

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.casework import queries as casework
from eok.casework.models import Proposal
from eok.core import clock


def counts(officer: Officer) -> dict[str, int]:
    """By filter key, and `approvals`."""
    kept = getattr(officer, "_desk_counts", None)
    if kept is None:
        kept = _count(officer)
        officer._desk_counts = kept  # type: ignore[attr-defined]  # one request, one officer object
    return kept


def _count(officer: Officer) -> dict[str, int]:
    found = casework.worklist([officer.department]).order_by()
    wanted = {key: Count("pk", filter=condition) for key, condition in casework.conditions(officer).items()}
    return {**found.aggregate(**wanted), "approvals": _approvals(officer)}


def _approvals(officer: Officer) -> int:
    roles = accounts.roles_of(officer, clock.seoul_now().date())
    return Proposal.objects.filter(
        Q(decider_role__in=roles), result="", case__department=officer.department
    ).count()

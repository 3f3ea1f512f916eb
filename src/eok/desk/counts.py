"""How many cases each saved filter holds, in one grouped query."""

from eok.accounts.models import Officer
from eok.casework import permissions, worklist


def places(officer: Officer) -> tuple[str, ...]:
    """Departments whose cases the officer sees, asked for once a request."""
    kept: tuple[str, ...] | None = getattr(officer, "_desk_places", None)
    if kept is None:
        kept = permissions.departments_of(officer)
        officer._desk_places = kept  # type: ignore[attr-defined]  # one request, one officer object
    return kept


def counts(officer: Officer) -> dict[str, int]:
    """By filter key, and `approvals`."""
    kept = getattr(officer, "_desk_counts", None)
    if kept is None:
        kept = _count(officer)
        officer._desk_counts = kept  # type: ignore[attr-defined]  # one request, one officer object
    return kept


def menu(officer: Officer) -> dict[str, int]:
    """Beside the words of the head, by address."""
    known = counts(officer)
    return {"/desk/": known["mine"], "/desk/approvals/": known["approvals"]}


def _count(officer: Officer) -> dict[str, int]:
    tally = worklist.tally(places(officer), officer)
    return {**tally, "approvals": len(permissions.awaiting(officer))}

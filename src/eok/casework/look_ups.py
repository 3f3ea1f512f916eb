"""What the look-ups of a case found, and which of them an officer must do by hand."""

from dataclasses import dataclass
from datetime import datetime

from eok.casework.models import Case, Review
from eok.core import sealed
from eok.linkage import registry
from eok.linkage.adapters import manual

LOOKED_UP = "look-up:"
"""Review rows of look-ups are named `look-up:<kind>`."""
NOBODY = "system:by-hand"
"""Who stands in the row while the port only told an officer to look."""


@dataclass(frozen=True)
class LookedUp:
    """The latest look-up of one kind of record."""

    result: str
    """Key of reviews.RESULTS."""
    by: str
    at: datetime
    note: str


def latest(case: Case, kind: str) -> LookedUp | None:
    item = f"{LOOKED_UP}{kind}"
    row = Review.objects.filter(case=case, item=item).order_by("-pk").first()
    if row is None:
        return None
    note = sealed.unseal(bytes(case.wrapped_key), row.note, context=f"case:{case.pk}:review:{item}")
    return LookedUp(row.result, row.by, row.at, note)


def by_hand(found: LookedUp | None) -> bool:
    """No system is connected, or the one that is has left this look-up to an officer."""
    return unconnected() or (found is not None and found.by == NOBODY)


def unconnected() -> bool:
    return issubclass(registry.adapter_class("shared_records"), manual.SharedRecords)

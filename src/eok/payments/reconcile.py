"""대사: the gateway's own list held against our books, line by line; a won that stands on one side only is shown.

A movement is the same when order number and, for what went back, its own number are the same. Nothing is changed here:
an officer looks, and has the gateway asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from eok.core import clock
from eok.linkage import registry
from eok.linkage.ports import Transaction
from eok.payments.models import FeeEntry

SAME, DIFFERS, ONLY_THEIRS, ONLY_OURS = "same", "differs", "only_theirs", "only_ours"
VERDICTS = {
    SAME: "같음",
    DIFFERS: "금액이 다름",
    ONLY_THEIRS: "결제 시스템에만 있음",
    ONLY_OURS: "우리에게만 있음",
}


@dataclass(frozen=True)
class Line:
    at: datetime
    order_no: str
    theirs_won: int | None
    """Taken is positive, given back negative; None: not on this side."""
    ours_won: int | None
    case_id: str

    @property
    def verdict(self) -> str:
        if self.theirs_won is None:
            return ONLY_OURS
        if self.ours_won is None:
            return ONLY_THEIRS
        return SAME if self.theirs_won == self.ours_won else DIFFERS


@dataclass(frozen=True)
class Reconciled:
    lines: tuple[Line, ...]
    """Oldest first."""

    @property
    def theirs_won(self) -> int:
        return sum(line.theirs_won or 0 for line in self.lines)

    @property
    def ours_won(self) -> int:
        return sum(line.ours_won or 0 for line in self.lines)

    @property
    def odd(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.verdict != SAME)


def of_days(first: date, last: date) -> Reconciled:
    """Both days included, Seoul. Raises LinkageError."""
    since = datetime.combine(first, time.min, clock.SEOUL)
    until = datetime.combine(last + timedelta(days=1), time.min, clock.SEOUL)
    theirs = registry.port("payments").transactions(since, until)
    ours = FeeEntry.objects.filter(attempt__isnull=False, at__gte=since, at__lt=until)
    return Reconciled(tuple(sorted(_lines(theirs, ours), key=lambda line: line.at)))


def _lines(theirs: Iterable[Transaction], ours: Iterable[FeeEntry]) -> Iterable[Line]:
    told = {_key(line): line for line in theirs}
    keys = {entry.key for entry in ours} | set(told)
    rows = FeeEntry.objects.filter(key__in=keys).select_related("order", "attempt")
    written = {entry.key: entry for entry in rows}
    for key in keys:
        their, our = told.get(key), written.get(key)
        yield Line(
            at=our.at if our else their.at if their else clock.now(),
            order_no=key.partition(":")[0],
            theirs_won=their.won if their else None,
            ours_won=(our.won if our.kind == "charge" else -our.won) if our else None,
            case_id=str(our.order.case_id) if our else "",
        )


def _key(line: Transaction) -> str:
    """As our books spell it."""
    return line.order_no if line.won >= 0 else f"{line.order_no}:{line.transaction_key}"

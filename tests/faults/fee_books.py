"""The books of all fees, read by a process beside the house and held against the gateway's own ledger."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Books:
    orders: dict[str, str]
    """State of the order of each draft."""
    told: dict[str, list[str]]
    """What each case was told of its money, in order."""
    moved: dict[str, int]
    """Won by movement, as our books spell it."""
    hanging: int
    """Visits whose outcome is not known."""
    waiting: int
    """Refunds that have not gone."""
    jobs: int
    dead: list[str]


def read_out() -> None:
    """Print the books of the house whose settings we run under."""
    from eok.casework.models import CaseEvent
    from eok.core.models import Job
    from eok.payments import attempts
    from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder, FeeRefund

    orders = FeeOrder.objects.values_list("case__application__draft_id", "state")
    told: dict[str, list[str]] = {}
    money = CaseEvent.objects.filter(verb__in=("pay_fee", "refund_fee")).order_by("pk")
    for draft, verb in money.values_list("case__application__draft_id", "verb"):
        told.setdefault(str(draft), []).append(verb)
    jobs = Job.objects.exclude(key="scheduled")
    books = Books(
        orders={str(draft): state for draft, state in orders},
        told=told,
        moved={e.key: e.won if e.kind == "charge" else -e.won for e in FeeEntry.objects.all()},
        hanging=FeeAttempt.objects.filter(state__in=attempts.BUSY).count(),
        waiting=FeeRefund.objects.exclude(state="done").count(),
        jobs=jobs.filter(dead=False).count(),
        dead=list(jobs.filter(dead=True).values_list("last_error", flat=True)),
    )
    json.dump(asdict(books), sys.stdout)


def parse(text: str) -> Books:
    return Books(**json.loads(text))


def of_gateway(state: Path) -> dict[str, int]:
    """Won by movement in the gateway's own file, spelled as ours."""
    said: Mapping[str, Any] = json.loads((state / "simulators" / "payments.json").read_text())
    return dict(_movements(said.get("lines", [])))


def _movements(lines: list[Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    for line in lines:
        if line["status"] == "DONE":
            yield line["orderId"], line["amount"]
        else:
            yield f"{line['orderId']}:{line['transactionKey']}", -line["amount"]


def table(books: Books, theirs: Mapping[str, int], did: Mapping[str, int], kills: Mapping[str, int]) -> str:
    """Every won accounted for, as a table."""
    ours = books.moved
    rows = [
        ("filings with a fee", len(books.orders), ""),
        *((f"  {state}", count, "") for state, count in sorted(Counter(books.orders.values()).items())),
        *((f"at the gateway: {what}", count, "") for what, count in sorted(did.items())),
        *((f"killed: {what}", count, "") for what, count in sorted(kills.items())),
        ("taken, by the gateway", _count(theirs, 1), _won(theirs, 1)),
        ("taken, by our books", _count(ours, 1), _won(ours, 1)),
        ("given back, by the gateway", _count(theirs, -1), _won(theirs, -1)),
        ("given back, by our books", _count(ours, -1), _won(ours, -1)),
        ("on one side only", len(ours.items() ^ theirs.items()), ""),
        ("kept", sum(state == "paid" for state in books.orders.values()), f"{sum(ours.values()):,}"),
    ]
    return "\n".join(f"{what:<34}{count:>8}{won:>16}" for what, count, won in rows)


def _count(moved: Mapping[str, int], sign: int) -> int:
    return sum(won * sign > 0 for won in moved.values())


def _won(moved: Mapping[str, int], sign: int) -> str:
    return f"{sum(won for won in moved.values() if won * sign > 0):,}"

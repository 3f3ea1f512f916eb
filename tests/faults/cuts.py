"""Many power cuts of one recording, each compared with what had been acknowledged before it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.disk import Disk, copy_of
from tests.faults.recording import Operation, Told
from tests.faults.talking import Talk

SEED = 20261123
ACTS = 12
ACKNOWLEDGED = b"acknowledged "
TABLES = (("migrate", "--database=default"), ("migrate", "--database=transient"), ("catalogue", "sync"))
"""What a house needs before somebody files."""


@dataclass(frozen=True)
class Found:
    """What was seen after one cut."""

    moment: int
    """After so many operations."""
    acknowledged: int
    lost: list[str]
    half_written: list[str]


def sound(found: Sequence[Found]) -> list[Found]:
    """Those with a fault; empty is good."""
    return [one for one in found if one.lost or one.half_written]


def after_each_cut(
    operations: Sequence[Operation],
    base: Path,
    root: Path,
    reopened: Callable[[], dict[str, object]],
    *,
    cuts: int,
) -> list[Found]:
    """reopened: opens what lies in `root` and tells."""
    chance = random.Random(SEED)
    first = next(number for number, one in enumerate(operations) if isinstance(one, Told))
    moments = sorted(chance.sample(range(first, len(operations)), cuts - 1)) + [len(operations)]
    disk, played, acknowledged = Disk(base, root), 0, list[str]()
    found: list[Found] = []
    for moment in moments:
        for one in operations[played:moment]:
            disk.play(one)
            if isinstance(one, Told):
                acknowledged.append(_draft(one))
        played = moment
        copy_of(base, root)
        disk.cut(root, chance)
        found.append(_compared(moment, acknowledged, reopened()))
    return found


def _draft(one: Told) -> str:
    start = one.text.index(ACKNOWLEDGED) + len(ACKNOWLEDGED)
    return one.text[start : start + 36].decode()


def _compared(moment: int, acknowledged: Sequence[str], seen: dict[str, object]) -> Found:
    faults, books = seen["unsound"], seen["ledger"]
    assert isinstance(faults, list)
    if not isinstance(books, dict):
        return Found(moment, len(acknowledged), list(acknowledged), faults)
    numbers = [int(str(number).rsplit("-", 1)[1]) for number in books["numbers"]]
    gaps = [] if numbers == list(range(1, len(numbers) + 1)) else [f"numbers {numbers}"]
    lost = [draft for draft in acknowledged if books["filed"].get(draft) != 1]
    return Found(moment, len(acknowledged), lost, [*faults, *books["half_written"], *gaps])


def file_some(filer: Talk) -> None:
    """Half of them before everything is written through to the tables, half after."""
    for number in range(ACTS):
        if number == ACTS // 2:
            assert filer.ask("checkpoint") == "done"
        assert filer.ask().startswith("acknowledged ")

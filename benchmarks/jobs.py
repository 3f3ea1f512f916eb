"""`jobs`: the outbox against django-tasks-db, on both databases: how fast, and what kill -9 loses.

Rate: empty jobs, one worker, from the first effect to the last. Loss: jobs of 12 ms, two workers, three
times all of them killed in the middle, started again, until nothing moves any more.
"""

import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from benchmarks.figures import Figure, Result, at_least, at_most
from benchmarks.places import peers_python, workshop
from benchmarks.queue.side import Side, end, fresh
from benchmarks.rounds import interleaved, median_ratio
from eok.core.launch.cluster import temporary_cluster
from eok.core.launch.packages import POSTGRESQL

SEED = 20261122
SIDES = {"ours": "outbox", "theirs": "django-tasks-db"}
GLANCE_SECONDS = 0.05
STILL_SECONDS = 6.0
"""When no effect came for so long, none will come."""
LEASE_SECONDS = 61


@dataclass(frozen=True)
class Size:
    jobs: int
    rounds: int
    killed_jobs: int
    kills: int = 3


FULL = Size(jobs=600, rounds=3, killed_jobs=400)
QUICK = Size(jobs=60, rounds=1, killed_jobs=60, kills=1)


def measure(*, quick: bool) -> Result:
    """Both databases; PostgreSQL only where it is installed."""
    size = QUICK if quick else FULL
    peers = peers_python()
    figures: list[Figure] = []
    notes: list[str] = []
    with ExitStack() as stack:
        folder = stack.enter_context(workshop("jobs"))
        figures += _on(folder / "sqlite", peers, "", "sqlite", size)
        if POSTGRESQL.is_here():
            figures += _on(folder / "pg", peers, stack.enter_context(temporary_cluster()), "postgresql", size)
        else:
            notes.append("PostgreSQL이 없어 그쪽은 재지 않았습니다.")
    return Result("jobs", tuple(figures), tuple(notes))


def _on(folder: Path, peers: str, server: str, database: str, size: Size) -> Iterator[Figure]:
    numbers = count(1)

    def queue(name: str) -> Side:
        return fresh(name, folder / f"{name}-{next(numbers)}", peers, server)

    def rate(name: str) -> Callable[[], float]:
        return lambda: _rate(queue(name), size.jobs)

    rates = interleaved(size.rounds, {name: rate(name) for name in SIDES})
    for name, label in SIDES.items():
        yield Figure(f"{database}_{name}_per_second", f"{label}, {database}", median(rates[name]), "건/초")
    ratio = median_ratio(rates["ours"], rates["theirs"])
    yield Figure(f"{database}_ratio", f"django-tasks-db의 몇 배, {database}", ratio, "배", at_least(3))
    for name, label in SIDES.items():
        lost, doubled = _killed(queue(name), size)
        goal = at_most(0) if name == "ours" else None
        yield Figure(f"{database}_{name}_lost", f"kill -9에 잃은 것, {label}, {database}", lost, "건", goal)
        yield Figure(f"{database}_{name}_doubled", f"두 번 한 것, {label}, {database}", doubled, "건", goal)


def _rate(side: Side, jobs: int) -> float:
    """Jobs a second, seen from the effects."""
    side.call("enqueue", str(jobs), "0")
    worker = side.work()
    try:
        effects = _until_still(side, jobs)
    finally:
        end(worker)
    times = sorted(at for _, at in effects)
    return (len(times) - 1) / (times[-1] - times[0])


def _killed(side: Side, size: Size) -> tuple[int, int]:
    """Jobs lost, and jobs done twice, over the kills."""
    chance = random.Random(SEED)
    side.call("enqueue", str(size.killed_jobs), "12")
    for number in range(size.kills):
        before = len(side.seen())
        workers = [side.work(), side.work()]
        _until_more_than(side, before)
        sleep(chance.uniform(0.05, 0.5))
        for worker in workers:
            end(worker, signal.SIGKILL)
        side.clock.write_text(f"+{LEASE_SECONDS * (number + 1)}")
    before = len(side.seen())
    workers = [side.work(), side.work()]
    _until_more_than(side, before)
    effects = Counter(n for n, _ in _until_still(side, size.killed_jobs))
    for worker in workers:
        end(worker, signal.SIGKILL)
    return size.killed_jobs - len(effects), sum(count - 1 for count in effects.values())


def _until_still(side: Side, expected: int) -> list[tuple[int, float]]:
    """All effects, once all are there or none came for a while."""
    seen: list[tuple[int, float]] = []
    moved = monotonic()
    while len({n for n, _ in seen}) < expected and monotonic() - moved < STILL_SECONDS:
        sleep(GLANCE_SECONDS)
        now = side.seen()
        moved = monotonic() if len(now) > len(seen) or not now else moved
        seen = now
    return seen


def _until_more_than(side: Side, before: int) -> None:
    deadline = monotonic() + 30
    while len(side.seen()) <= before and monotonic() < deadline:
        sleep(GLANCE_SECONDS)

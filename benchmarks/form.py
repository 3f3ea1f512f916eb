"""`form`: the pages somebody fills in, signed in, each drawn from the encrypted draft: questions, papers, review.

Eight people turn pages at once; what counts is how long the slowest of a hundred waits.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import processes, signed
from benchmarks.client import Client
from benchmarks.figures import Figure, Result, at_most
from benchmarks.installation import Installation, clock_at, installation
from benchmarks.load import drive, shared_out
from benchmarks.places import workshop

MONDAY = "2026-11-23T10:00:00+09:00"
CLIENTS = 8
PAGES = {"page": "pages/business/", "conditions": "pages/payment/", "papers": "papers/", "review": "review/"}
LABELS = {"page": "물음 쪽", "conditions": "조건이 걸린 물음 쪽", "papers": "서류", "review": "확인"}
LONGEST_MS = 60


@dataclass(frozen=True)
class Size:
    pages: int


FULL, QUICK = Size(400), Size(20)


class PageError(Exception):
    """A page did not come: the figures would be of something else."""


def measure(*, quick: bool) -> Result:
    size = QUICK if quick else FULL
    with workshop("form") as folder:
        settings = {**clock_at(folder / "state", MONDAY), "EOK_WORKERS": "2"}
        with installation(folder / "state", settings=settings) as house:
            (one,) = signed.read(house.call("benchmarks.seeds.filings", "make", "1"))
            figures = [figure for key in PAGES for figure in _figures(house, key, one, size)]
    return Result("form", tuple(figures))


def _figures(house: Installation, key: str, one: signed.Signed, size: Size) -> Iterator[Figure]:
    """Raises PageError."""
    request = Client(house.url).request("GET", f"/drafts/{one.draft_id}/{PAGES[key]}", one.headers)
    pids = house.server()
    before = processes.cpu_seconds(pids)
    load = drive(house.url, shared_out([request] * size.pages, CLIENTS))
    if set(load.statuses) != {200}:
        raise PageError(key, sorted(set(load.statuses)))
    cpu = (processes.cpu_seconds(pids) - before) / size.pages
    name = LABELS[key]
    yield Figure(f"{key}_cpu", f"{name} 하나의 CPU", cpu * 1000, "ms")
    yield Figure(f"{key}_p50", f"{name} p50, {CLIENTS}명", load.milliseconds(0.5), "ms")
    yield Figure(f"{key}_p99", f"{name} p99, {CLIENTS}명", load.milliseconds(0.99), "ms", at_most(LONGEST_MS))

"""`desk`: a worklist of thirty rows, each look written to the read log before the page leaves.

Processor time of the web processes against two floors, both by the driver alone, without any
framework: the one query of the rows plus joining the page's strings; and all statements the page sends
(session, officer, counts, the read log with its sync) plus the joining. Names stay encrypted there.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks import processes
from benchmarks.bare import SYNCED
from benchmarks.client import Client
from benchmarks.figures import Figure, Result, at_most
from benchmarks.installation import Installation, clock_at, installation
from benchmarks.load import Load, drive, shared_out
from benchmarks.places import workshop
from benchmarks.rounds import interleaved, median_ratio
from eok.core.database import databases

MONDAY = "2026-11-23T10:00:00+09:00"
PATH = "/desk/?show=team"
ROWS = 30
CLIENTS = 8
PIECES = 12 * ROWS
"""Into how many strings the page is cut before it is joined: about twelve a row."""


@dataclass(frozen=True)
class Size:
    rounds: int
    pages: int
    bare: int


FULL = Size(rounds=5, pages=200, bare=400)
QUICK = Size(rounds=1, pages=20, bare=20)


@dataclass(frozen=True)
class Told:
    """What `seeds.worklist` printed."""

    session: str
    rows: str
    """The one of them that finds the rows."""
    all: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Measured:
    cpu_seconds: float
    load: Load | None = None


class PageError(Exception):
    """The worklist did not come as it should: the figures would be of something else."""


def measure(*, quick: bool) -> Result:
    size = QUICK if quick else FULL
    with workshop("desk") as folder:
        settings = {**clock_at(folder / "state", MONDAY), "EOK_WORKERS": "2"}
        with installation(folder / "state", settings=settings) as house:
            told = Told(**json.loads(house.call("benchmarks.seeds.worklist", "make", str(ROWS))))
            request = Client(house.url).request("GET", PATH, _headers(told))
            page = _page(house.url, request)
            floor = _Floor(folder / "state", told, page)
            found = interleaved(
                size.rounds,
                {
                    "page": lambda: _pages(house, request, size.pages),
                    "rows": lambda: Measured(floor.rows(size.bare)),
                    "statements": lambda: Measured(floor.statements(size.bare)),
                },
            )
    note = f"문 {len(told.all)}개: " + ", ".join(f"{alias} {sql.split()[0]}" for alias, sql in told.all)
    return Result("desk", _figures(found, len(page)), (note,))


def _headers(told: Told) -> dict[str, str]:
    return {"Cookie": f"eok_session={told.session}"}


def _page(url: str, request: bytes) -> bytes:
    """The page itself, as drawn. Raises PageError when it has not the rows it should."""
    with Client(url) as client:
        answer = client.send(request)
    if answer.status != 200 or answer.body.count(b"/desk/cases/") < ROWS:
        raise PageError(answer.status)
    return answer.body


def _pages(house: Installation, request: bytes, count: int) -> Measured:
    pids = house.server()
    before = processes.cpu_seconds(pids)
    load = drive(house.url, shared_out([request] * count, CLIENTS))
    if set(load.statuses) != {200}:
        raise PageError(sorted(set(load.statuses)))
    return Measured((processes.cpu_seconds(pids) - before) / count, load)


class _Floor:
    """What the page can't do without, by the driver alone."""

    def __init__(self, state_dir: Path, told: Told, page: bytes) -> None:
        self._told = told
        self._connections = {
            alias: sqlite3.connect(str(entry["NAME"]), isolation_level=None, timeout=20)
            for alias, entry in databases("", state_dir).items()
        }
        for connection in self._connections.values():
            for pragma in SYNCED:
                connection.execute(f"PRAGMA {pragma}")
        text = page.decode()
        step = -(-len(text) // PIECES)
        self._strings = [text[at : at + step] for at in range(0, len(text), step)]

    def rows(self, count: int) -> float:
        """Processor seconds of the rows' query and the joining."""
        began = process_time()
        for _ in range(count):
            self._connections["default"].execute(self._told.rows).fetchall()
            "".join(self._strings).encode()
        return (process_time() - began) / count

    def statements(self, count: int) -> float:
        """Processor seconds of every statement and the joining."""
        began = process_time()
        for _ in range(count):
            for alias, sql in self._told.all:
                self._connections[alias].execute(sql).fetchall()
            "".join(self._strings).encode()
        return (process_time() - began) / count


def _figures(found: dict[str, list[Measured]], size: int) -> tuple[Figure, ...]:
    cpu = {side: [one.cpu_seconds for one in rounds] for side, rounds in found.items()}
    loads = [one.load for one in found["page"] if one.load]
    together = Load(1, tuple(x for load in loads for x in load.latencies), ())
    return (
        Figure(
            "pages_per_second",
            f"할 일 목록 {ROWS}줄, {CLIENTS}명",
            median(load.rate for load in loads),
            "쪽/초",
        ),
        Figure("page_cpu", "쪽 하나의 CPU", median(cpu["page"]) * 1000, "ms"),
        Figure("rows_cpu", "줄의 질의와 글 잇기, CPU", median(cpu["rows"]) * 1000, "ms"),
        Figure("statements_cpu", "모든 질의와 글 잇기, CPU", median(cpu["statements"]) * 1000, "ms"),
        Figure(
            "ratio_to_rows",
            "줄의 질의와 글 잇기의 몇 배",
            median_ratio(cpu["page"], cpu["rows"]),
            "배",
            at_most(4),
        ),
        Figure(
            "ratio_to_statements",
            "모든 질의와 글 잇기의 몇 배",
            median_ratio(cpu["page"], cpu["statements"]),
            "배",
        ),
        Figure("p50", "p50", together.milliseconds(0.5), "ms"),
        Figure("p99", "p99", together.milliseconds(0.99), "ms", at_most(100)),
        Figure("page_bytes", "쪽의 크기(풀어 놓은 것)", size, "바이트"),
    )

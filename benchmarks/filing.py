"""`filing`: the button 제출 over HTTP, signed in, really checked, on both databases.

Beside it, in the same rounds: the same rows written bare (`bare.py`; processor time against processor
time) and django-helpdesk taking a ticket (rate against rate). On PostgreSQL the time of its server
processes counts on both sides.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import psycopg

from benchmarks import machine, processes, signed
from benchmarks.bare import Writer
from benchmarks.client import Client
from benchmarks.figures import Figure, Result, at_least, at_most
from benchmarks.helpdesk.house import Helpdesk, helpdesk
from benchmarks.installation import Installation, clock_at, installation
from benchmarks.load import Load, drive, shared_out
from benchmarks.places import peers_python, workshop
from benchmarks.rounds import interleaved, median_ratio
from eok.core.launch.cluster import temporary_cluster
from eok.core.launch.packages import POSTGRESQL

MONDAY = "2026-11-23T10:00:00+09:00"
CLIENTS = (1, 4, 16)
WORKERS = 2
BESIDE_HELPDESK = 4
"""Clients of both sides when rates are compared."""


@dataclass(frozen=True)
class Size:
    rounds: int
    filings: int
    """In each round, for each number of clients."""
    bare: int


FULL = Size(rounds=3, filings=100, bare=400)
QUICK = Size(rounds=1, filings=16, bare=20)


class FilingError(Exception):
    """A filing was not acknowledged: the figures would be of something else."""


@dataclass(frozen=True)
class Measured:
    cpu_seconds: float
    """Of one filing."""
    load: Load | None = None


def measure(*, quick: bool) -> Result:
    size = QUICK if quick else FULL
    figures: list[Figure] = []
    notes = ["서명(본인확인기관을 다녀오는 것)은 재는 일의 밖에 있습니다."]
    with ExitStack() as stack:
        folder = stack.enter_context(workshop("filing"))
        figures.append(
            Figure("fdatasync_per_second", "이 디스크의 fdatasync", machine.sync_rate(folder)[0], "번/초")
        )
        figures += _on(folder / "sqlite", "", "sqlite", size)
        if POSTGRESQL.is_here():
            figures += _on(folder / "pg", stack.enter_context(temporary_cluster()), "postgresql", size)
        else:
            notes.append("PostgreSQL이 없어 그쪽은 재지 않았습니다.")
    return Result("filing", tuple(figures), tuple(notes))


def _on(folder: Path, url: str, database: str, size: Size) -> Iterator[Figure]:
    chosen = {**clock_at(folder / "state", MONDAY), "EOK_DATABASE_URL": url, "EOK_WORKERS": str(WORKERS)}
    with installation(folder / "state", settings=chosen) as house:
        bench = _Bench(house, url, (len(CLIENTS) + 1) * size.rounds * size.filings + 1)
        found = interleaved(size.rounds, bench.sides(size))
        yield from _figures(found, database)
        if not url:
            with helpdesk(folder / "helpdesk", peers_python(), WORKERS) as desk:
                yield from _beside(bench, desk, size)


class _Bench:
    """One house and the filings that wait in front of it."""

    def __init__(self, house: Installation, url: str, count: int) -> None:
        self._house = house
        self._ready = iter(signed.read(house.call("benchmarks.seeds.filings", "make", str(count))))
        self._server = _postmaster(url) if url else 0
        with house.without_worker():
            self.file(1, 1)
            self._bare = Writer(url, house.folder)

    def sides(self, size: Size) -> dict[str, Callable[[], Measured]]:
        def filing(clients: int) -> Callable[[], Measured]:
            return lambda: self.file(size.filings, clients)

        sides: dict[str, Callable[[], Measured]] = {f"{n}": filing(n) for n in CLIENTS}
        return {**sides, "bare": lambda: self.bare(size.bare)}

    def file(self, count: int, clients: int) -> Measured:
        """So many filings by so many residents at once. Raises FilingError."""
        client = Client(self._house.url)
        requests = [_press(client, next(self._ready)) for _ in range(count)]
        pids = [*self._house.server(), *self._database()]
        before = processes.cpu_seconds(pids)
        load = drive(self._house.url, shared_out(requests, clients))
        if set(load.statuses) != {302}:
            raise FilingError(sorted(set(load.statuses)))
        return Measured((processes.cpu_seconds(pids) - before) / count, load)

    def bare(self, count: int) -> Measured:
        """So many times the rows alone."""
        before = processes.cpu_seconds(self._database())
        cost = self._bare.write(count)
        return Measured(cost.cpu_seconds + (processes.cpu_seconds(self._database()) - before) / count)

    def _database(self) -> list[int]:
        return processes.family(self._server) if self._server else []


def _press(client: Client, one: signed.Signed) -> bytes:
    headers = {**one.headers, "Content-Type": "application/x-www-form-urlencoded"}
    return client.request("POST", one.path, headers, urlencode(one.form).encode())


def _postmaster(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT pg_read_file('postmaster.pid')").fetchone()
    return int(str(row[0]).split()[0]) if row else 0


def _figures(found: dict[str, list[Measured]], database: str) -> Iterator[Figure]:
    bare = [one.cpu_seconds for one in found["bare"]]
    yield Figure(f"{database}_bare_cpu", f"행만 쓰기, CPU, {database}", median(bare) * 1000, "ms")
    for clients in CLIENTS:
        yield from _of_clients(found[str(clients)], bare, clients, database)


def _of_clients(rounds: list[Measured], bare: list[float], clients: int, database: str) -> Iterator[Figure]:
    key, label = f"{database}_{clients}", f"{database}, {clients}명"
    loads = [one.load for one in rounds if one.load]
    all_at_once = Load(1, tuple(x for load in loads for x in load.latencies), ())
    cpu = [one.cpu_seconds for one in rounds]
    worst = at_most(500) if clients == max(CLIENTS) else None
    p99 = at_most(100) if clients == max(CLIENTS) else None
    yield Figure(f"{key}_rate", f"제출, {label}", median(load.rate for load in loads), "건/초")
    yield Figure(f"{key}_cpu", f"제출 하나의 CPU, {label}", median(cpu) * 1000, "ms")
    yield Figure(f"{key}_ratio", f"행만 쓰기의 몇 배, {label}", median_ratio(cpu, bare), "배", at_most(3))
    yield Figure(f"{key}_p50", f"p50, {label}", all_at_once.milliseconds(0.5), "ms")
    yield Figure(f"{key}_p99", f"p99, {label}", all_at_once.milliseconds(0.99), "ms", p99)
    yield Figure(f"{key}_max", f"가장 늦은 것, {label}", all_at_once.milliseconds(1), "ms", worst)


def _beside(bench: _Bench, desk: Helpdesk, size: Size) -> Iterator[Figure]:
    def ours() -> float:
        load = bench.file(size.filings, BESIDE_HELPDESK).load
        return load.rate if load else 0.0

    def theirs() -> float:
        load = drive(desk.url, shared_out([desk.ticket()] * size.filings, BESIDE_HELPDESK))
        if set(load.statuses) != {302}:
            raise FilingError(sorted(set(load.statuses)))
        return load.rate

    rates = interleaved(size.rounds, {"ours": ours, "theirs": theirs})
    yield Figure(
        "helpdesk_rate", f"django-helpdesk 접수, {BESIDE_HELPDESK}명", median(rates["theirs"]), "건/초"
    )
    ratio = median_ratio(rates["ours"], rates["theirs"])
    yield Figure("helpdesk_ratio", "django-helpdesk의 몇 배", ratio, "배", at_least(3))

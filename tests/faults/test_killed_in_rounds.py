"""Server, worker and database are killed at random while clients file, accept, extend and withdraw.

What the clients' own synced logs say was acknowledged is there, once and whole (행정절차법 §17②, 민원처리법
§9①, §22②). `./eok test full` does 5,000 acts and 20 kills on each database, 10,000 in all; otherwise a short run.
"""

import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import psycopg
import pytest

from benchmarks.installation import Installation, clock_at
from benchmarks.signed import Signed
from eok.core.launch.cluster import Cluster, cluster
from eok.core.launch.errors import LaunchError
from tests.faults import ledger
from tests.faults.acts import CONFLICT, DONE, Act, Hand, acknowledged
from tests.faults.conftest import OpenHouse, signed
from tests.faults.ledger import Ledger

SEED = 20261123
CLIENTS = 4
GLANCE_SECONDS = 0.02
SATURDAY = "2026-11-28T10:00:00+09:00"
"""Nothing is accepted by itself before Monday: officers do it by hand."""
VERBS = ("file", "accept", "extend", "withdraw")
EXTENSION = {"value": "1", "ground": "fact_check", "reason": "현장을 확인하고 있습니다."}


@dataclass(frozen=True)
class Size:
    drafts: int
    rounds: int
    seconds: int
    """Patience for each half of it, on a machine that does other things."""


SHORT = Size(drafts=16, rounds=4, seconds=240)
FULL = Size(drafts=1250, rounds=20, seconds=3000)


@dataclass
class Rounds:
    """What was done to the house, and what the clients saw."""

    house: Installation
    server: Cluster | None
    size: Size
    folder: Path
    kills: Counter[str]
    unknown: int = 0
    answers: Counter[tuple[str, int | None]] = field(default_factory=Counter)

    def logs(self) -> list[Path]:
        return sorted(self.folder.glob("*.log"))


class Reaper(Thread):
    """Kills at moments spread over the acts of one phase."""

    def __init__(
        self, rounds: Rounds, hands: Sequence[Hand], moments: Sequence[int], chance: random.Random
    ) -> None:
        super().__init__(daemon=True)
        self._rounds, self._hands, self._moments, self._chance = rounds, hands, moments, chance

    def run(self) -> None:
        pause = Event()
        for moment in self._moments:
            while sum(hand.done for hand in self._hands) < moment:
                if not any(hand.is_alive() for hand in self._hands):
                    return
                pause.wait(GLANCE_SECONDS)
            pause.wait(self._chance.uniform(0, 0.05))
            self._kill()

    def _kill(self) -> None:
        victims: dict[str, Callable[[], Sequence[int]]] = {
            "web process": lambda: self._rounds.house.server()[-1:],
            "web server": self._rounds.house.server,
            "worker": self._rounds.house.worker,
        }
        if self._rounds.server is not None:
            victims |= {"postmaster": self._postmaster, "backend": self._backend}
        kind = self._chance.choice(sorted(victims))
        for pid in victims[kind]():
            _kill(pid)
        if kind == "postmaster" and self._rounds.server is not None:
            _start_again(self._rounds.server)
        self._rounds.kills[kind] += 1

    def _postmaster(self) -> list[int]:
        assert self._rounds.server is not None
        return [self._rounds.server.postmaster()]

    def _backend(self) -> list[int]:
        """One that serves the house; the server then ends all of them and mends itself."""
        assert self._rounds.server is not None
        try:
            with psycopg.connect(self._rounds.server.url) as asked:
                rows = asked.execute(
                    "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'eok %'"
                ).fetchall()
        except psycopg.OperationalError:
            return []
        return [self._chance.choice(rows)[0]] if rows else []


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _start_again(server: Cluster) -> None:
    """Once the backends of the dead one have seen that it is gone."""
    deadline = monotonic() + 60
    while monotonic() < deadline:
        try:
            if server.is_empty():
                server.start()
                return
        except LaunchError:  # the dead one's number is still taken for a moment
            pass
        Event().wait(GLANCE_SECONDS)


@contextmanager
def opened(kind: str, folder: Path, size: Size, open_house: OpenHouse) -> Iterator[Rounds]:
    with ExitStack() as stack:
        server = stack.enter_context(cluster()) if kind == "postgresql" else None
        settings = {"EOK_DATABASE_URL": server.url} if server else {}
        settings |= clock_at(folder, SATURDAY)
        house = stack.enter_context(open_house(folder / "state", **settings))
        yield Rounds(house, server, size, folder, Counter())


def play(rounds: Rounds) -> Ledger:
    """All acts in two phases: cases have no number a client knows before they are filed."""
    chance = random.Random(SEED)
    drafts = signed(rounds.house, rounds.size.drafts)
    officer = rounds.house.call("tests.faults.officers", "enter")
    _phase(rounds, [[_filing(one)] for one in drafts], chance, rounds.size.rounds // 2)
    cases = read(rounds).cases
    rest = [_of_case(one, cases[one.draft_id], officer) for one in drafts]
    _phase(rounds, rest, chance, rounds.size.rounds - rounds.size.rounds // 2)
    return read(rounds)


def _phase(rounds: Rounds, chains: Sequence[Sequence[Act]], chance: random.Random, kills: int) -> None:
    number = len(rounds.logs())
    deadline = monotonic() + rounds.size.seconds
    hands = [
        Hand(
            rounds.house.url,
            [act for chain in chains[client::CLIENTS] for act in chain],
            rounds.folder / f"{number + client}.log",
            deadline,
        )
        for client in range(CLIENTS)
    ]
    acts = sum(map(len, chains))
    moments = sorted(chance.sample(range(3, acts - 8), kills))
    threads = [*hands, Reaper(rounds, hands, moments, chance)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rounds.unknown += sum(hand.unknown for hand in hands)
    for hand in hands:
        rounds.answers += hand.answers


def _filing(one: Signed) -> Act:
    return Act("file", one.draft_id, one.path, one.session, {"do": "file"})


def _of_case(one: Signed, case: str, officer: str) -> list[Act]:
    return [
        Act("accept", one.draft_id, f"/desk/cases/{case}/accept/", officer),
        Act("extend", one.draft_id, f"/desk/cases/{case}/extend/", officer, EXTENSION),
        Act(
            "withdraw", one.draft_id, f"/my/cases/{case}/withdraw/", one.session, {"reason": "다시 내려고요."}
        ),
    ]


def read(rounds: Rounds) -> Ledger:
    return ledger.parse(rounds.house.call("tests.faults.ledger", "read_out"))


def judge(rounds: Rounds, found: Ledger) -> None:
    """0 lost, 0 twice, 0 half-written."""
    noted = list(acknowledged(rounds.logs()))
    for line in (
        f"acknowledged {len(noted)}",
        f"kills {dict(rounds.kills)}",
        f"unknown {rounds.unknown}",
        f"{rounds.answers}",
    ):
        sys.stdout.write(f"{line}\n")
    assert sum(rounds.kills.values()) == rounds.size.rounds
    assert {status for _, status in rounds.answers} <= {DONE, CONFLICT, 503, None}
    assert len(noted) == len(set(noted)) == len(VERBS) * rounds.size.drafts
    assert found.verbs == {draft: list(VERBS) for verb, draft in noted if verb == "file"}
    assert found.numbers == [f"2026-{number:06d}" for number in range(1, rounds.size.drafts + 1)]
    assert found.half_written == []
    assert found.dead == []


DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.mark.parametrize("kind", DATABASES)
def test_what_was_acknowledged_is_there_once(kind: str, tmp_path: Path, open_house: OpenHouse) -> None:
    with opened(kind, tmp_path, SHORT, open_house) as rounds:
        judge(rounds, play(rounds))


@pytest.mark.long
@pytest.mark.parametrize("kind", DATABASES)
def test_ten_thousand_acts_and_twenty_kills(kind: str, tmp_path: Path, open_house: OpenHouse) -> None:
    with opened(kind, tmp_path, FULL, open_house) as rounds:
        judge(rounds, play(rounds))

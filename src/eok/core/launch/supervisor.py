"""Keeps the programs of one installation running until told to stop.

A program that dies is started again, each time a little later; five deaths of its own in a row, each
soon after the start, mean that it cannot run: everything stops with the last lines of its log.
"""

import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from time import monotonic

from eok.core.launch.children import Child, Program
from eok.core.launch.voice import tell
from eok.core.launch.wakeup import Wakeup


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits for what, in seconds."""

    quick: float = 10
    """A life shorter than this, or one never ready, is a quick death, unless somebody killed it."""
    deaths: int = 5
    """So many quick deaths in a row end everything."""
    first_pause: float = 0.5
    """Before the first new start; doubled each time."""
    glance: float = 0.05
    """Between two looks whether a program is ready."""
    slow: float = 60
    """Until it says what is not ready yet."""
    goodbye: float = 15
    """For all children to end by themselves once asked."""


class Supervisor:
    """Use once: `Supervisor(programs, …).run(on_ready)`."""

    def __init__(
        self,
        programs: Sequence[Program],
        *,
        log_dir: Path,
        environment: Mapping[str, str],
        patience: Patience = Patience(),
    ) -> None:
        self._children = [Child(p, log_dir=log_dir, environment=environment) for p in programs]
        self._patience = patience
        self._unready = [child for child in self._children if not child.program.starts_last]
        self._due: dict[Child, float] = {}
        self._complain_at = monotonic() + patience.slow

    def run(self, on_ready: Callable[[], None]) -> int:
        """Runs until a signal asks to stop (0) or a program cannot be kept alive (1)."""
        wakeup = Wakeup()
        try:
            self._start(late=False)
            return self._watch(wakeup, on_ready)
        finally:
            self._stop_all(wakeup)

    def _watch(self, wakeup: Wakeup, on_ready: Callable[[], None]) -> int:
        while not wakeup.stops:
            if self._unready and self._all_ready():
                on_ready()
                self._start(late=True)
            wakeup.wait(self._pause())
            for child in self._children:
                if child.has_just_ended() and not self._keep(child):
                    return 1
            self._start_due()
        return 0

    def _start(self, *, late: bool) -> None:
        for child in self._children:
            if child.program.starts_last == late:
                child.start()

    def _all_ready(self) -> bool:
        self._unready = [child for child in self._unready if not child.program.is_ready()]
        if self._unready and monotonic() > self._complain_at:
            self._complain_at = inf
            for child in self._unready:
                tell(f"{child.program.name}이(가) 아직 준비되지 않았습니다. 더 기다립니다. 기록: {child.log}")
        return not self._unready

    def _pause(self) -> float | None:
        """Seconds until there is something to do by ourselves; None: only when a signal comes."""
        waits = [due - monotonic() for due in self._due.values()]
        if self._unready:
            waits.append(self._patience.glance)
        return max(0.0, min(waits)) if waits else None

    def _start_due(self) -> None:
        for child, due in list(self._due.items()):
            if due <= monotonic():
                del self._due[child]
                child.start()

    def _keep(self, child: Child) -> bool:
        """Plans a new start; False when the program has died too often."""
        patience = self._patience
        child.send(signal.SIGKILL)  # what it left behind must not hold its port
        faulty = (child in self._unready or child.age < patience.quick) and not child.was_killed
        child.quick_deaths = child.quick_deaths + 1 if faulty else 0
        if child.quick_deaths >= patience.deaths:
            tell(
                f"{child.program.name}이(가) 시작하지 못해 모두 멈춥니다. 마지막 기록({child.log})은 다음과 같습니다."
            )
            tell("\n".join(f"  | {line}" for line in child.last_lines()))
            return False
        tell(f"{child.program.name}이(가) 멈춰 다시 시작합니다. 기록: {child.log}")
        self._due[child] = monotonic() + patience.first_pause * 2 ** max(0, child.quick_deaths - 1)
        return True

    def _stop_all(self, wakeup: Wakeup) -> None:
        """Asks all to end, last started first; a second signal or too long a wait kills."""
        for child in reversed(self._children):
            child.send(signal.SIGTERM)
        deadline = monotonic() + self._patience.goodbye
        while wakeup.stops < 2 and any(child.runs for child in self._children) and monotonic() < deadline:
            wakeup.wait(max(0.0, deadline - monotonic()))
        for child in self._children:
            child.send(signal.SIGKILL)

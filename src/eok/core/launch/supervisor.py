"""Keeps the programs of one installation running until told to stop.

A program that dies is started again, each time a little later; five deaths in a row soon after the
start mean that it cannot run, and everything stops with the last lines of its log. One thread a
child waits for its end; everything else happens in the one that called `run`.
"""

import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from eok.core.launch.children import Child, Program
from eok.core.launch.voice import tell


@dataclass(frozen=True)
class Patience:
    """How long the supervisor waits for what, in seconds."""

    quick: float = 10
    """A life shorter than this is a quick death."""
    deaths: int = 5
    """So many quick deaths in a row end everything."""
    first_pause: float = 0.5
    """Before the first new start; doubled each time."""
    glance: float = 0.05
    """Between two looks whether a program is ready."""
    goodbye: float = 15
    """For all children to end by themselves once asked."""


@dataclass(frozen=True)
class _Ended:
    child: Child
    code: int
    lived: float


@dataclass(frozen=True)
class _Stop:
    pass


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
        self._events: SimpleQueue[_Ended | _Stop] = SimpleQueue()
        self._unready = list(self._children)
        self._due: dict[Child, float] = {}

    def run(self, on_ready: Callable[[], None]) -> int:
        """Runs until a signal asks to stop (0) or a program cannot be kept alive (1)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self._events.put(_Stop()))
        for child in self._children:
            self._start(child)
        try:
            return self._watch(on_ready)
        finally:
            self._stop_all()

    def _watch(self, on_ready: Callable[[], None]) -> int:
        while True:
            if self._unready and self._look():
                on_ready()
            event = self._next(self._pause())
            if isinstance(event, _Stop):
                return 0
            if isinstance(event, _Ended) and not self._keep(event):
                return 1
            self._start_due()

    def _look(self) -> bool:
        """Whether the last program has just become ready."""
        self._unready = [child for child in self._unready if not child.program.is_ready()]
        return not self._unready

    def _pause(self) -> float | None:
        waits = [due - monotonic() for due in self._due.values()]
        if self._unready:
            waits.append(self._patience.glance)
        return max(0.0, min(waits)) if waits else None

    def _next(self, timeout: float | None) -> _Ended | _Stop | None:
        try:
            return self._events.get(timeout=timeout)
        except Empty:
            return None

    def _start(self, child: Child) -> None:
        process, began = child.start(), monotonic()

        def wait() -> None:
            code = process.wait()
            self._events.put(_Ended(child, code, monotonic() - began))

        threading.Thread(target=wait, daemon=True).start()

    def _start_due(self) -> None:
        for child, due in list(self._due.items()):
            if due <= monotonic():
                del self._due[child]
                self._start(child)

    def _keep(self, end: _Ended) -> bool:
        """Plans a new start; False when the program has died too often."""
        child, patience = end.child, self._patience
        child.send(signal.SIGKILL)  # what it left behind must not hold its port
        child.quick_deaths = child.quick_deaths + 1 if end.lived < patience.quick else 1
        if child.quick_deaths >= patience.deaths:
            tell(
                f"{child.program.name}이(가) 시작하지 못해 모두 멈춥니다. 마지막 기록({child.log})은 다음과 같습니다."
            )
            tell("\n".join(f"  | {line}" for line in child.last_lines()))
            return False
        tell(f"{child.program.name}이(가) 멈춰(종료 {end.code}) 다시 시작합니다. 기록: {child.log}")
        self._due[child] = monotonic() + patience.first_pause * 2 ** (child.quick_deaths - 1)
        return True

    def _stop_all(self) -> None:
        """Asks all to end, last started first; a second signal or too long a wait kills."""
        for child in reversed(self._children):
            child.send(signal.SIGTERM)
        deadline = monotonic() + self._patience.goodbye
        while any(child.runs for child in self._children) and (left := deadline - monotonic()) > 0:
            if isinstance(self._next(left), _Stop):
                break
        for child in self._children:
            child.send(signal.SIGKILL)

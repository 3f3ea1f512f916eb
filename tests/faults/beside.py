"""A process beside a house that runs one function after the other: it loads the house's program once.

For each line it hears (JSON: module, function, arguments) it says one: what the function printed, or how it failed.
"""

import io
import json
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from importlib import import_module
from typing import Any

from benchmarks.installation import Installation, StartError
from tests.faults.talking import Talk, talking


class Caller:
    """Begins with the first question."""

    def __init__(self, house: Installation, stack: ExitStack) -> None:
        self._house, self._stack = house, stack
        self._talk: Talk | None = None

    def __call__(self, module: str, function: str, *arguments: str) -> str:
        """What it printed. Raises StartError."""
        if self._talk is None:
            process = talking("tests.faults.beside", self._house.environment())
            self._talk = self._stack.enter_context(process)
        told = json.loads(self._talk.ask(json.dumps([module, function, *arguments])))
        if "failed" in told:
            raise StartError(told["failed"])
        return str(told["printed"])


@contextmanager
def asked_beside(house: Installation) -> Iterator[Installation]:
    """Its `call` takes no new process each time."""
    with ExitStack() as stack:
        house.call = Caller(house, stack)  # type: ignore[method-assign]  # the same to whoever asks
        yield house


def _answer(module: str, function: str, *arguments: str) -> dict[str, Any]:
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            getattr(import_module(module), function)(*arguments)
    except Exception:  # told to who asked; the next question may go well
        return {"failed": traceback.format_exc()[-2000:]}
    return {"printed": said.getvalue()}


def _serve(lines: Iterable[str]) -> None:
    from django.db import connections

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in lines:
        told = _answer(*json.loads(line))
        connections.close_all()
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    import django

    django.setup()
    _serve(sys.stdin)

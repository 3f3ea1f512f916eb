"""A process of the house that is spoken to line by line."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Talk:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def ask(self, words: str = "go") -> str:
        """One line for one line. Raises EOFError when it has ended."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise EOFError(self.process.poll())
        return line.rstrip("\n")


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EOK_")}
    path = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    return {"DJANGO_SETTINGS_MODULE": "eok.settings", **kept, "PYTHONPATH": path, **settings}


@contextmanager
def talking(module: str, settings: Mapping[str, str], before: Sequence[str] = ()) -> Iterator[Talk]:
    """Ready when it is handed out. before: words in front of the command."""
    with subprocess.Popen(
        [*before, sys.executable, "-m", module],
        cwd=ROOT, env=environment(settings), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        talk = Talk(process)
        assert talk.hear() == "ready"
        yield talk
        assert process.stdin is not None
        process.stdin.close()


def run(words: Sequence[str], settings: Mapping[str, str]) -> None:
    """A command of the house, to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "eok.run", *words],
        cwd=ROOT, env=environment(settings), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]

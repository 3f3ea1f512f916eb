"""Time comes from eok.core.clock: a moved or frozen clock must move everything the law counts."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.house.repository import ROOT, files

CLOCKS = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "time.ctime",
        "django.utils.timezone.now",
        "django.utils.timezone.localtime",
        "django.utils.timezone.localdate",
    }
)
OWN_CLOCK = {
    "core/clock.py": "the one clock",
    "core/launch/doctor/machine.py": "examines the machine's clock itself, before anything is loaded",
    "core/sqlite/queue.py": "compares with the time the file system put on the lock file",
    "gate/machine_time.py": "doors: a clock moved for a demonstration must neither open nor shut them",
}


def test_nobody_else_reads_the_clock() -> None:
    house = ROOT / "src" / "eok"

    readers = {
        str(path.relative_to(house)) for path in files("src", ".py") if list(clocks_read(path.read_text()))
    }

    assert readers == set(OWN_CLOCK)


@pytest.mark.parametrize(
    "code",
    [
        "import time\ntime.time()",
        "import time as _t\nx = _t.time",
        "from datetime import datetime as d\nd.now()",
        "import datetime\ndatetime.date.today()",
        "from django.utils import timezone\nfield(default=timezone.now)",
        "models.DateTimeField(auto_now_add=True)",
    ],
)
def test_every_way_of_reading_it_is_seen(code: str) -> None:
    assert list(clocks_read(code))


def test_counting_seconds_is_no_clock() -> None:
    assert not list(clocks_read("from time import monotonic\nmonotonic()"))


def clocks_read(code: str) -> Iterator[str]:
    """What in a module reads the machine's clock."""
    tree = ast.parse(code)
    known = dict(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add"):
            yield node.arg
        if isinstance(node, ast.Attribute | ast.Name) and _dotted(node, known) in CLOCKS:
            yield ast.unparse(node)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((a.asname or a.name, a.name) for a in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((a.asname or a.name, f"{node.module}.{a.name}") for a in node.names)


def _dotted(node: ast.AST, known: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return known.get(node.id, "")
    return f"{_dotted(node.value, known)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def test_exceptions_are_real_files() -> None:
    assert all((ROOT / "src" / "eok" / Path(path)).exists() for path in OWN_CLOCK)

"""Files and functions stay small enough to be read: nine in ten files under 160 lines, functions under 30.

What is over the common measure is printed (`pytest -s`); what is over the outer bound fails.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.repository import files, name

FOLDERS = ("src", "simulators", "tests", "benchmarks")
SOURCES = [path for folder in FOLDERS for path in files(folder, ".py", ".html", ".css", ".js")]
OURS = [path for path in SOURCES if "migrations" not in path.parts]
FILE, LONG_FILE = 160, 300
FUNCTION, LONG_FUNCTION = 30, 60


def test_no_file_is_too_long() -> None:
    lengths = {name(path): _lines(path) for path in OURS}

    _tell(lengths, FILE)

    assert {path: lines for path, lines in lengths.items() if lines > LONG_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        function: lines for path in OURS if path.suffix == ".py" for function, lines in functions(path)
    }

    _tell(lengths, FUNCTION)

    assert {function: lines for function, lines in lengths.items() if lines > LONG_FUNCTION} == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_nine_in_ten_keep_the_common_measure(folder: str) -> None:
    ours = [path for path in OURS if name(path).startswith(folder + "/") and path.suffix == ".py"]

    long_files = [path for path in ours if _lines(path) > FILE]
    all_functions = [lines for path in ours for _, lines in functions(path)]

    assert len(long_files) <= len(ours) / 10
    assert sum(lines > FUNCTION for lines in all_functions) <= len(all_functions) / 10


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module and its length, from `def` to its last line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{name(path)}:{node.lineno} {node.name}",
                (node.end_lineno or node.lineno) - node.lineno + 1,
            )


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n") + 1


def _tell(lengths: dict[str, int], measure: int) -> None:
    """What is over the common measure, longest first; seen with `pytest -s`."""
    over = {what: lines for what, lines in lengths.items() if lines > measure}
    for what, lines in sorted(over.items(), key=lambda pair: -pair[1]):
        sys.stdout.write(f"{lines:5} {what}\n")

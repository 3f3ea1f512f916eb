"""docs/asvs.md has each requirement of OWASP ASVS 5.0.0 levels 1 and 2 once, and what it names as proof exists."""

import ast
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.house.repository import ROOT, codes, document, files, rows, section

TEXT = document("docs/asvs.md")
ROWS = [cells for cells in rows(TEXT) if re.fullmatch(r"V\d+\.\d+\.\d+", cells[0])]
LIST = dict(line.split() for line in (Path(__file__).parent / "asvs_5_0_0.txt").read_text().splitlines())
STATES = {"met", "n/a", "open"}


def test_each_requirement_stands_once_with_its_level() -> None:
    assert Counter(cells[0] for cells in ROWS) == Counter(list(LIST))
    assert {cells[0]: cells[1] for cells in ROWS} == {number: f"L{level}" for number, level in LIST.items()}


def test_each_has_a_state_and_says_why() -> None:
    assert {cells[3] for cells in ROWS} == STATES
    assert [cells[0] for cells in ROWS if len(cells) != 5 or not all(cells)] == []


@pytest.mark.parametrize("cells", [c for c in ROWS if c[3] == "met"], ids=lambda c: c[0])
def test_what_is_met_is_shown_by_a_test_that_exists(cells: list[str]) -> None:
    (proof,) = codes(cells[4])
    path, _, function = proof.partition("::")

    assert (ROOT / path).is_file(), proof
    assert not function or function in functions(path), proof


def test_what_is_not_met_names_no_test_as_its_proof() -> None:
    assert [cells[0] for cells in ROWS if cells[3] != "met" and codes(cells[4])[:1] == ["tests/"]] == []


def test_the_counts_are_those_of_the_table() -> None:
    found = Counter(cells[3] for cells in ROWS)
    sys.stdout.write(f"ASVS 5.0.0 L2: {dict(found)}\n")

    told = re.search(r"\*\*(\d+) met, (\d+) n/a, (\d+) open, of (\d+)\.\*\*", TEXT)
    assert told
    assert [int(n) for n in told.groups()] == [found["met"], found["n/a"], found["open"], len(LIST)]


def test_it_says_by_when_packages_are_mended() -> None:
    assert re.search(r"within 7 days .* 30 days .* 90 days", TEXT, re.S)


def test_the_list_of_logs_names_every_logger() -> None:
    found = {
        name
        for path in files("src", ".py")
        for name in re.findall(r'getLogger\("(eok\.[a-z]+)"\)', path.read_text(encoding="utf-8"))
    }

    listed = {codes(cells[0])[0] for cells in rows(section(document("docs/operations.md"), "기록(log)"))}
    assert found
    assert {name for name in listed if name.startswith("eok.")} == found


@cache
def functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))

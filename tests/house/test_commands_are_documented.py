"""Every command of `./eok` stands in the operator's guide, and every one named anywhere exists."""

import re
from pathlib import Path

import pytest

from eok.run import VERBS
from tests.house.repository import ROOT, codes, document, files, name, rows, section

MANAGED = {
    path.stem for path in files("src", ".py") if path.parent.name == "commands" and path.stem != "__init__"
}
SPOKEN = {verb for verb, told in VERBS.items() if told.help}


def test_the_guide_lists_exactly_the_commands() -> None:
    cells = rows(section(document("docs/guide/operator.md"), "명령"))

    listed = {codes(row[0])[0].removeprefix("./eok ") for row in cells}

    assert listed == SPOKEN | MANAGED


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *files("docs", ".md")], ids=name)
def test_no_document_names_a_command_that_is_not(path: Path) -> None:
    named = set(re.findall(r"\./eok ([a-z][a-z-]*)", path.read_text(encoding="utf-8")))

    assert named <= SPOKEN | MANAGED

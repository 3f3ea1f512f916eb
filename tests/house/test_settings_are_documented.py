"""docs/settings.md lists exactly the settings there are, with their defaults; nobody names one that is not."""

import re
from pathlib import Path

import pytest

from eok.core.options import OPTIONS
from tests.house.repository import ROOT, codes, document, files, name, rows

DEFAULTS = {cells[0].strip("`"): cells[1] for cells in rows(document("docs/settings.md"))}
KNOWN = {option.name for option in OPTIONS}


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    assert sorted(DEFAULTS) == sorted(KNOWN)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_the_default_is_the_one_in_force(option: object) -> None:
    cell = DEFAULTS[option.name]  # type: ignore[attr-defined]  # parametrized

    assert (codes(cell) or [""])[0] == option.default  # type: ignore[attr-defined]  # parametrized


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *files("docs", ".md"), ROOT / "eok"], ids=name)
def test_no_other_setting_is_named(path: Path) -> None:
    named = set(re.findall(r"\bEOK_[A-Z]+(?:_[A-Z]+)*\b(?!_)", path.read_text(encoding="utf-8")))

    assert named <= KNOWN

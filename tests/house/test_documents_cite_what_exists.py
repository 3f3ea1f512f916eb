"""A citation in a document names an article that exists, as data/law/index knows it.

What stands in `src`, `data` and `districts` is held to it by `tests/law`.
"""

from pathlib import Path

import pytest

from eok.law.library import library
from tests.house.repository import ROOT, files, name

DOCUMENTS = [*ROOT.glob("*.md"), *files("docs", ".md"), *files("simulators", ".py", ".yaml")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_each_citation_stands(path: Path) -> None:
    shelf = library()

    faults = [
        fault for cited in shelf.read(path.read_text(encoding="utf-8")) if (fault := shelf.fault(cited))
    ]

    assert faults == []


def test_a_wrong_citation_would_be_seen() -> None:
    shelf = library()

    faults = [shelf.fault(cited) for cited in shelf.read("민원처리법 §999, 행정절차법 §17②, 없는법 §1")]

    assert [fault is None for fault in faults] == [False, True, False]

"""Every citation in the house names an article that exists, as data/law/index knows it."""

from pathlib import Path

import pytest

from eok.law.library import library
from eok.law.scan import scan

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["src", "data", "districts"])
def test_each_citation_stands(folder: str) -> None:
    shelf = library()

    cited = list(scan([REPOSITORY / folder], shelf.names))

    faults = [f"{one.file}:{one.line}: {fault}" for one in cited if (fault := shelf.fault(one.citation))]
    assert cited
    assert faults == []

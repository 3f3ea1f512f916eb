"""Links between our documents lead somewhere, and files that code or documents name are there."""

import re
from pathlib import Path

import pytest

from tests.house.repository import ROOT, files, name

DOCUMENTS = [*ROOT.glob("*.md"), *files("docs", ".md")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_each_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))

    missing = [link for link in links if not link.startswith("https:") and not (path.parent / link).exists()]

    assert missing == []


@pytest.mark.parametrize("folder", ["src", "simulators", "tests"])
def test_each_document_the_code_names_exists(folder: str) -> None:
    named = {
        (name(path), found)
        for path in files(folder, ".py", ".html")
        for found in re.findall(r"\bdocs/[\w/-]+\.md\b", path.read_text(encoding="utf-8"))
    }

    missing = [(where, document) for where, document in sorted(named) if not (ROOT / document).exists()]

    assert named or folder == "simulators"
    assert missing == []

"""What docs/operations.md tells an operator to type and to write, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from eok.core.launch.places import ROOT

PAGE = ROOT / "docs" / "operations.md"
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.M | re.S)
HEADING = re.compile(r"^#{2,3} (.+)$", re.M)


@dataclass(frozen=True)
class Block:
    """One block of the page."""

    under: str
    """The heading it stands under."""
    kind: str
    """`sh` is typed; `ini` is a file whose first line names it; others are examples."""
    text: str

    @property
    def path(self) -> Path:
        return Path(self.text.splitlines()[0].removeprefix("# "))


def blocks() -> Iterator[Block]:
    text = PAGE.read_text(encoding="utf-8")
    headings = [(found.start(), found[1]) for found in HEADING.finditer(text)]
    for found in BLOCK.finditer(text):
        under = [title for at, title in headings if at < found.start()]
        yield Block(under[-1] if under else "", found[2], dedent(found[3]))

"""Where laws are cited: every citation in the house's own texts, with file and line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eok.law.grammar import Citation, Names, find

SUFFIXES = frozenset({".py", ".yaml", ".html", ".typ", ".md", ".js"})
_NOT_OURS = frozenset({"__pycache__", "node_modules", "index"})


@dataclass(frozen=True)
class Mention:
    """A citation where it stands."""

    file: Path
    line: int
    citation: Citation


def scan(folders: Iterable[Path], names: Names) -> Iterator[Mention]:
    """Every citation under the folders."""
    for path in _texts(folders):
        text = path.read_text(encoding="utf-8")
        if "§" not in text:
            continue
        for citation in find(text, names):
            yield Mention(path, text.count("\n", 0, citation.at) + 1, citation)


def _texts(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and not _NOT_OURS & set(path.relative_to(folder).parts):
                yield path

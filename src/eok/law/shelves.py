"""The statutes at hand, found by title: a corpus, and the texts in force today where they differ.

A corpus keeps the newest promulgated text, which may take effect only later; the second folder holds
those as they stand today and goes before it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

import yaml

from eok.law import corpus
from eok.law.corpus import Statute


class Statutes:
    """All texts under a corpus folder and, before it, under the folder of those in force."""

    def __init__(self, folder: Path, in_force: Path | None = None) -> None:
        self._folder = folder
        self._in_force = in_force
        self._read: dict[Path, Statute] = {}

    @cached_property
    def titles(self) -> frozenset[str]:
        return frozenset(self._newest)

    def get(self, title: str) -> Statute | None:
        """The text in force; None when the corpus does not have this law."""
        path = self._today.get(title) or self._newest.get(title)
        return self._statute(path) if path else None

    def coming(self, title: str) -> date | None:
        """Day on which a newer text takes effect."""
        if title not in self._today:
            return None
        newest = self._statute(self._newest[title]).in_force
        return newest if newest > self._statute(self._today[title]).in_force else None

    def _statute(self, path: Path) -> Statute:
        if path not in self._read:
            self._read[path] = corpus.read(path)
        return self._read[path]

    @cached_property
    def _newest(self) -> dict[str, Path]:
        return dict(_titled(self._folder.glob("*/*.md")))

    @cached_property
    def _today(self) -> dict[str, Path]:
        return dict(_titled(self._in_force.glob("*/*.md"))) if self._in_force else {}


def _titled(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        yield _title(path), path


def _title(path: Path) -> str:
    """The title alone, without reading the whole file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("제목:"):
                return str(yaml.load(line, Loader=yaml.CSafeLoader)["제목"])
    return path.parent.name

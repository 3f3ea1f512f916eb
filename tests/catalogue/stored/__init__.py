"""Versions as they were stored, one folder per format ever released; never rewritten, only added to."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eok.catalogue import readers
from eok.catalogue.schema import Service

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Golden:
    """One stored version, word for word."""

    format: int
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.format}-{self.name}"

    def read(self) -> Service:
        return readers.read(self.format, self.text)

    def said(self, *path: str | int) -> Any:
        """What stands at a place of the stored text itself, past every reader."""
        value = json.loads(self.text)
        for key in path:
            value = value[key]
        return value


def golden() -> list[Golden]:
    """Every stored version there is, by format and name."""
    return [
        Golden(int(file.parent.name), file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(FOLDER.glob("*/*.json"))
    ]

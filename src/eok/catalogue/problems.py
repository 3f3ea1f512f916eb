"""A fault in the catalogue's files, as its editor reads it: file, line, one Korean sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    file: str
    """Path as the operator would type it."""
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"

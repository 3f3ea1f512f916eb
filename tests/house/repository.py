"""The project's own files, and the tables in its documents, for tests that read them."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = (
    "src",
    "simulators",
    "tests",
    "data",
    "districts",
    "docs",
    "requirements",
    "benchmarks",
    "deploy",
    ".ci",
)
TEXTS = frozenset(
    {
        ".py",
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".typ",
        ".md",
        ".yaml",
        ".yml",
        ".toml",
        ".json",
        ".in",
        ".txt",
        ".svg",
        ".sh",
    }
)
_NOT_OURS = frozenset({"__pycache__", "node_modules", "screens"})


def files(folder: str, *suffixes: str) -> Iterator[Path]:
    """Files under a folder of the repository whose name ends in one of the suffixes."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in suffixes and path.is_file() and not _NOT_OURS & set(path.relative_to(ROOT).parts):
            yield path


def texts() -> Iterator[Path]:
    """Every text file that is, or will be, part of the project."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file() and (path.suffix in TEXTS or path.suffix == ""):
            yield path
    for folder in FOLDERS:
        yield from files(folder, *TEXTS, "")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def document(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under `## heading`, up to the next heading of that level."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"## {heading} is missing"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Cells of every table row, without heads and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rules = {i for i, line in enumerate(lines) if re.fullmatch(r"[|:\- ]+", line)}
    heads = {i - 1 for i in rules}
    return [_cells(line) for i, line in enumerate(lines) if i not in rules | heads]


def codes(cell: str) -> list[str]:
    """What stands in backquotes in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]

"""Toys that the recipes add: what a newcomer would write, kept as text and laid into a folder of the test's own."""

import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOYS = Path(__file__).parent


def lay(module: str, folder: Path, package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a module (`toy.py`, kept as `toy.py.txt`) beside those of a package without touching its folder."""
    folder.mkdir()
    shutil.copy(TOYS / f"{module}.txt", folder / module)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    monkeypatch.delitem(sys.modules, f"{package.__name__}.{Path(module).stem}", raising=False)

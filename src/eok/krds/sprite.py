"""One file with all icons; a page takes one by `<use href="…sprite.svg#name">`.

The icons are our own drawings on a 24 grid, in the colour of the text around them.
"""

import re
from pathlib import Path

_SVG = re.compile(r"<svg([^>]*)>(.*)</svg>", re.S)
_NAMESPACE = re.compile(r'\s+xmlns="[^"]*"')


def build(folder: Path) -> str:
    symbols = "".join(_symbol(path) for path in sorted(folder.glob("*.svg")))
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>'


def _symbol(path: Path) -> str:
    found = _SVG.search(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name} is not one svg element")
    attributes = _NAMESPACE.sub("", found[1])
    return f'<symbol id="{path.stem}"{attributes}>{found[2].strip()}</symbol>'


def names(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for path in folder.glob("*.svg"))

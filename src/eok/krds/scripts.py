"""Puts one script together: htmx and our small parts, each in its own scope.

Every part only makes something quicker that works without it, listens on the document (so it also
serves fragments that arrive later) and talks to the others through events named `eok:…`.
"""

from pathlib import Path


def bundle(package: Path, folder: Path) -> str:
    """package: the folder of `htmx.org`; folder: our parts, in the order of their names."""
    htmx = (package / "dist/htmx.min.js").read_text(encoding="utf-8")
    htmx = htmx.split("//# sourceMappingURL")[0].rstrip()
    parts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js")))
    scoped = (f'(() => {{\n"use strict";\n{part}\n}})();' for part in parts)
    return "\n".join((htmx, *scoped))

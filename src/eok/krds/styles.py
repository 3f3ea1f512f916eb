"""Puts one style sheet together: KRDS' tokens and used rules, the font faces, then ours over them.

Cascade layers keep the order without a fight of specificity: ground, KRDS, ours. Only tokens
that something reads are written, with their values resolved; the high-contrast mode writes the same
tokens again with KRDS' high-contrast values.
"""

import re
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

import rcssmin

from eok.krds import purge

DRAWN_BY_US = frozenset({"krds-form-check"})
"""Components whose classes we use and draw anew: KRDS hides the native control, which we keep."""
_LIGHT = "--krds-light-"
_HIGH = "--krds-high-contrast-"


def krds_layer(package: Path, ours: str, words: Set[str]) -> str:
    """KRDS for us. package: the folder of `krds-uiux`; ours: our own css; words: `purge.identifiers`."""
    tokens = _tokens(package)
    used = purge.keep_used(_components(package), words - DRAWN_BY_US)
    kept = purge.drop_unread(_without_pictures(used), purge.read_by([ours]))
    wanted = purge.closure(purge.read_by([ours, purge.write(kept)]), tokens) & tokens.keys()
    return f"{_light(tokens, wanted)}{_high_contrast(tokens, wanted)}{purge.write(kept)}"


def _components(package: Path) -> purge.Sheet:
    css = (package / "resources/css/component/output.css").read_text(encoding="utf-8")
    return purge.parse(css)


def _tokens(package: Path) -> dict[str, str]:
    css = (package / "resources/css/token/krds_tokens.css").read_text(encoding="utf-8")
    more = [rule for rule in purge.each_rule(_components(package)) if rule.selectors == (":root",)]
    return purge.properties((*purge.parse(css), *more))


def _without_pictures(sheet: purge.Sheet) -> purge.Sheet:
    """Icons are ours, drawn in the mark-up: KRDS' mask images would each be a request."""
    return purge.without(sheet, lambda name: "mask" in name)


def _light(tokens: Mapping[str, str], wanted: Iterable[str]) -> str:
    lines = (f"{name}:{_resolve(tokens[name], tokens)}" for name in sorted(wanted))
    return f":root{{{';'.join(lines)}}}"


def _high_contrast(tokens: Mapping[str, str], wanted: Iterable[str]) -> str:
    pairs = ((name, name.replace(_LIGHT, _HIGH)) for name in sorted(wanted) if name.startswith(_LIGHT))
    lines = (f"{name}:{_resolve(tokens[high], tokens)}" for name, high in pairs if high in tokens)
    return f"[data-krds-mode=high-contrast]{{color-scheme:dark;{';'.join(lines)}}}"


def _resolve(value: str, tokens: Mapping[str, str]) -> str:
    """The value with every token it reads written out."""
    while found := re.search(r"var\((--[\w-]+)\)", value):
        value = value.replace(found[0], tokens.get(found[1], "initial"))
    return value


def bundle(layers: Mapping[str, str], *, faces: str = "") -> str:
    """One sheet of these layers, the lowest first, minified."""
    bodies = "".join(f"@layer {name}{{{css}}}" for name, css in layers.items())
    return str(rcssmin.cssmin(f"@layer {','.join(layers)};{faces}{bodies}"))


def read_folder(folder: Path) -> str:
    """Our sheets of one folder, in the order of their numbers."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))

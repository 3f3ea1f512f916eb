"""Keeps of KRDS' style sheet only what our templates use (568 KB become a few).

A rule stays when each class in its selector occurs in our templates and one of them is a `krds-` class;
a custom property stays when a kept declaration reads it. Rules of the high-contrast mode go: the mode
redefines the colour tokens instead (`styles.py`), which draws the same with half the rules.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_IMPORT = re.compile(r"@(?:import|charset)[^;]*;")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_IDENTIFIER = re.compile(r"-?[A-Za-z_][\w-]*")


@dataclass(frozen=True)
class Rule:
    """A selector list with its declarations."""

    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """An at-rule that holds rules, e.g. `@media (max-width: 767px)`."""

    condition: str
    rules: tuple["Rule | Group", ...]


Sheet = tuple[Rule | Group, ...]


def parse(css: str) -> Sheet:
    """The rules of a compiled style sheet; at-rules without a block are dropped."""
    return _blocks(_IMPORT.sub("", _COMMENT.sub("", css)))


def _blocks(css: str) -> Sheet:
    return tuple(_block(head, body) for head, body in _heads_and_bodies(css))


def _heads_and_bodies(css: str) -> Iterator[tuple[str, str]]:
    start, depth, opened = 0, 0, 0
    for at, sign in ((m.start(), m[0]) for m in re.finditer(r"[{}]", css)):
        depth += 1 if sign == "{" else -1
        if sign == "{" and depth == 1:
            opened = at
        if sign == "}" and depth == 0:
            yield css[start:opened].strip(), css[opened + 1 : at]
            start = at + 1


def _block(head: str, body: str) -> Rule | Group:
    if head.startswith("@") and "{" in body:
        return Group(head, _blocks(body))
    selectors = tuple(" ".join(s.split()) for s in head.split(","))
    return Rule(selectors, tuple(_declarations(body)))


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    for text in re.split(r";(?![^(]*\))", body):
        name, colon, value = text.partition(":")
        if colon:
            yield name.strip(), " ".join(value.split())


def identifiers(texts: Iterable[str]) -> frozenset[str]:
    """Every word in templates and scripts that might be a class name."""
    return frozenset(word for text in texts for word in _IDENTIFIER.findall(text))


def keep_used(sheet: Sheet, used: Set[str]) -> Sheet:
    """Only rules of KRDS components whose classes are all in use."""
    return _filter_selectors(sheet, lambda selector: _is_used(selector, used))


def _is_used(selector: str, used: Set[str]) -> bool:
    classes = _CLASS.findall(selector)
    if "data-krds-mode" in selector or not set(classes) <= used:
        return False
    return any(name.startswith("krds-") for name in classes)


def _filter_selectors(sheet: Sheet, wanted: Callable[[str], bool]) -> Sheet:
    kept: list[Rule | Group] = []
    for item in sheet:
        if isinstance(item, Group):
            if rules := _filter_selectors(item.rules, wanted):
                kept.append(Group(item.condition, rules))
        elif selectors := tuple(s for s in item.selectors if wanted(s)):
            kept.append(Rule(selectors, item.declarations))
    return tuple(kept)


def each_rule(sheet: Sheet) -> Iterator[Rule]:
    for item in sheet:
        if isinstance(item, Group):
            yield from each_rule(item.rules)
        else:
            yield item


def properties(sheet: Sheet) -> dict[str, str]:
    """Custom properties a sheet defines, last definition wins."""
    return {
        name: value for rule in each_rule(sheet) for name, value in rule.declarations if name.startswith("--")
    }


def read_by(values: Iterable[str]) -> set[str]:
    """Custom properties these values read."""
    return {name for value in values for name in _READ.findall(value)}


def closure(wanted: Set[str], definitions: dict[str, str]) -> set[str]:
    """Those properties and all that their definitions read."""
    known: set[str] = set()
    open_ends = set(wanted)
    while open_ends:
        known |= open_ends
        open_ends = read_by(definitions.get(name, "") for name in open_ends) - known
    return known


def drop_unread(sheet: Sheet, more_read: Set[str] = frozenset()) -> Sheet:
    """The sheet without custom properties nobody reads. more_read: what other sheets read."""
    plain = (v for rule in each_rule(sheet) for n, v in rule.declarations if not n.startswith("--"))
    needed = closure(read_by(plain) | more_read, properties(sheet))
    return without(sheet, lambda name: name.startswith("--") and name not in needed)


def without(sheet: Sheet, unwanted: Callable[[str], bool]) -> Sheet:
    kept: list[Rule | Group] = []
    for item in sheet:
        if isinstance(item, Group):
            kept.append(Group(item.condition, without(item.rules, unwanted)))
        elif left := tuple(d for d in item.declarations if not unwanted(d[0])):
            kept.append(Rule(item.selectors, left))
    return tuple(kept)


def write(sheet: Sheet) -> str:
    return "".join(_write(item) for item in sheet)


def _write(item: Rule | Group) -> str:
    if isinstance(item, Group):
        return f"{item.condition}{{{write(item.rules)}}}"
    body = ";".join(f"{name}:{value}" for name, value in item.declarations)
    return f"{','.join(item.selectors)}{{{body}}}"

"""Which folders of the state folder a backup holds: rooms register theirs in their `apps.py`."""

from collections.abc import Callable, Iterator

References = Callable[[str], Iterator[str]]
"""Of a database (its alias) to the names of the files it points at, below the state folder."""

_folders: dict[str, References] = {}
_joining: set[str] = set()


def keep(folder: str, references: References, *, joins: bool = False) -> None:
    """folder: its name below the state folder; all its files are whole and never written again.

    joins: at a restore its files are laid beside those that lie there already.
    """
    _folders[folder] = references
    if joins:
        _joining.add(folder)


def joining() -> frozenset[str]:
    """Folders that may lie at the place of a restore before it begins."""
    return frozenset(_joining)


def folders() -> list[str]:
    return sorted(_folders)


def referenced(alias: str) -> Iterator[str]:
    """Every file a database points at."""
    for folder in folders():
        yield from _folders[folder](alias)

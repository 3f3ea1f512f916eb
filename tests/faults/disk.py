"""A disk that loses what was not synced: plays operations back and says what is left at a power cut.

Synced content stays. Of what was written since, each page of 4 KiB is there, missing, or torn at 512 bytes;
names made since their folder was synced are there or not, in the order in which they were made (a journal).
A file that was synced keeps its name; a new folder is there once the folder above was synced.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recording import Name, Operation, Sync, Truncate, Write

PAGE, SECTOR = 4096, 512
KEPT = (0.0, 0.5, 1.0)
"""How much of the unsynced a cut leaves, about; drawn anew for each cut."""
TORN = 0.2
"""So many of the pages that arrive arrive in part."""


@dataclass
class File:
    """One file, whatever its names."""

    synced: bytearray
    pending: list[Write | Truncate] = field(default_factory=list)

    def settle(self, count: int) -> None:
        """The first so many operations have reached the disk."""
        for one in self.pending[:count]:
            _apply(self.synced, one)
        del self.pending[:count]

    def at_cut(self, chance: random.Random, share: float) -> bytearray:
        left = bytearray(self.synced)
        for one in self.pending:
            for piece in _arrived(one, chance, share):
                _apply(left, piece)
        return left


class Folder:
    """A new folder."""


Entry = File | Folder | None
Names = dict[Path, Entry]


class Disk:
    """Begins as the folder `base` was when the recording began."""

    def __init__(self, base: Path, root: Path) -> None:
        """root: where that folder lay while it was recorded."""
        self._base, self._root = base, root
        self._seen: Names = {}
        """Names as programs see them."""
        self._old: dict[Path, File] = {}
        """Files of the base that were touched, under their names there."""
        self._durable: Names = {}
        """Changes of names that are on the disk."""
        self._waiting: list[tuple[Name, Entry]] = []
        """Changes of names that are not."""
        self._syncs: dict[tuple[int, Path], int] = {}

    def play(self, one: Operation) -> None:
        if isinstance(one, Write | Truncate):
            file = self._entry(one.path)
            if isinstance(file, File):
                file.pending.append(one)
        elif isinstance(one, Name):
            self._rename(one)
        elif isinstance(one, Sync):
            self._sync(one)

    def cut(self, into: Path, chance: random.Random) -> None:
        """The disk as it is found when the power is back, written over `into`, a copy of the base."""
        share = chance.choice(KEPT)
        names = dict(self._durable)
        for change, entry in self._waiting[: round(len(self._waiting) * share)]:
            _note(names, change, entry)
        for path, file in self._old.items():
            names.setdefault(path, file)
        for path in sorted(names, key=lambda path: len(path.parts)):
            _put(into / path.relative_to(self._root), names[path], chance, share)

    def _entry(self, path: Path) -> Entry:
        if path not in self._seen:
            place = self._base / path.relative_to(self._root)
            if not place.is_file():
                return None
            self._seen[path] = self._old[path] = File(bytearray(place.read_bytes()))
        return self._seen[path]

    def _rename(self, one: Name) -> None:
        entry: Entry = Folder() if one.folder else File(bytearray())
        if one.old is not None:
            entry = self._entry(one.old)
        self._waiting.append((one, entry))
        _note(self._seen, one, entry)

    def _sync(self, one: Sync) -> None:
        entry = self._entry(one.path)
        file = entry if isinstance(entry, File) else None
        if not one.ended:
            self._syncs[one.who, one.path] = len(file.pending) if file else len(self._waiting)
            return
        count = self._syncs.pop((one.who, one.path), 0)
        if file is None:
            self._settle(count, lambda change, _: one.path in _folders(change))
        else:
            file.settle(count)
            self._settle(len(self._waiting), lambda change, its: its is file and change.old is None)

    def _settle(self, count: int, is_meant: Callable[[Name, Entry], bool]) -> None:
        """Of the first so many changes those that are meant are on the disk now."""
        early, late = self._waiting[:count], self._waiting[count:]
        for change, entry in early:
            if is_meant(change, entry):
                _note(self._durable, change, entry)
        self._waiting = [pair for pair in early if not is_meant(*pair)] + late


def copy_of(folder: Path, into: Path) -> None:
    """In place of what was there; the owner stays who they were."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(folder, into, symlinks=True)


def _put(place: Path, entry: Entry, chance: random.Random, share: float) -> None:
    """Whatever lies in a folder that was lost is lost too."""
    if not place.parent.is_dir():
        return
    if entry is None:
        place.unlink(missing_ok=True)
    elif isinstance(entry, Folder):
        place.mkdir(exist_ok=True)
    else:
        place.write_bytes(entry.at_cut(chance, share))


def _note(names: Names, change: Name, entry: Entry) -> None:
    if change.old is not None and not change.copy:
        names[change.old] = None
    if change.new is not None:
        names.pop(change.new, None)  # after its folder, should that be new
        names[change.new] = entry


def _folders(change: Name) -> set[Path]:
    return {path.parent for path in (change.old, change.new) if path is not None}


def _apply(content: bytearray, one: Write | Truncate) -> None:
    end = one.size if isinstance(one, Truncate) else one.offset
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if isinstance(one, Truncate):
        del content[end:]
    else:
        content[end : end + len(one.data)] = one.data


def _arrived(one: Write | Truncate, chance: random.Random, share: float) -> Iterator[Write | Truncate]:
    """What of it is on the disk, though nobody asked for a sync."""
    if isinstance(one, Truncate):
        if chance.random() < share:
            yield one
        return
    start = 0
    while start < len(one.data):
        end = min(len(one.data), start + PAGE - (one.offset + start) % PAGE)
        if chance.random() < share:
            kept = (
                SECTOR * chance.randrange(1, PAGE // SECTOR) if share < 1 and chance.random() < TORN else PAGE
            )
            yield Write(one.path, one.offset + start, one.data[start : min(end, start + kept)])
        start = end

"""What programs asked of the file system below one folder, in the kernel's order (strace), as plain operations.

Nothing needs to be compiled and no device is needed; the programs are the real ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat,open,creat,write,pwrite64,pwritev,pwritev2,writev,ftruncate,fallocate,lseek,rename,renameat,renameat2,"
    "link,linkat,unlink,unlinkat,mkdir,mkdirat,fsync,fdatasync,recvfrom,clone,clone3,fork,vfork"
)
WRITES = ("write", "writev", "pwrite64", "pwritev", "pwritev2")
LONGEST_WRITE = 4_000_000
_LINE = re.compile(r"^(\d+) +(<\.\.\. )?(\w+)(?: resumed>)?(.*)$")
_PLACE = re.compile(r"^\((\d+)<((?:\\x..)*)>")
_TEXT = re.compile(r'"((?:\\x..)*)"')
_RESULT = re.compile(r"= (-?\d+)(?:<((?:\\x..)*)>)?[^=]*$")


@dataclass(frozen=True)
class Write:
    path: Path
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    path: Path
    size: int


@dataclass(frozen=True)
class Name:
    """A name that appears (old is None), is given to what had another, or goes (new is None)."""

    old: Path | None
    new: Path | None
    folder: bool = False
    copy: bool = False
    """A second name (link): the old one stays."""


@dataclass(frozen=True)
class Sync:
    """A file or a folder; counts for what was asked before it began."""

    who: int
    path: Path
    ended: bool


@dataclass(frozen=True)
class Told:
    """Something that left for people or programs."""

    text: bytes


Operation = Write | Truncate | Name | Sync | Told


def command(log: Path) -> list[str]:
    """Words to put in front of a program."""
    return [
        "strace", "-f", "-y", "-xx", "-s", str(LONGEST_WRITE), "--seccomp-bpf", "-e", f"trace={CALLS}",
        "-e", "signal=none", "-o", str(log),
    ]  # fmt: skip


def read(log: Path, root: Path, told: bytes) -> Iterator[Operation]:
    """root: only what lies below it; relative names are meant from there.  told: marks what is a `Told`."""
    reader = _Reader(root, told)
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            yield from reader.line(line.rstrip("\n"))


class _Reader:
    def __init__(self, root: Path, told: bytes) -> None:
        self._root, self._told = root, told
        self._unfinished: dict[int, str] = {}
        self._offsets: dict[tuple[int, int], int] = {}
        """Where the next `write` of a process's descriptor goes."""
        self._known = set(root.rglob("*"))

    def line(self, line: str) -> Iterator[Operation]:
        found = _LINE.match(line)
        if not found:
            return
        pid, resumed, name, rest = int(found[1]), found[2], found[3], found[4]
        if resumed:
            rest = self._unfinished.pop(pid, "") + rest
        unfinished = rest.endswith("<unfinished ...>")
        if unfinished:
            rest = self._unfinished[pid] = rest.removesuffix("<unfinished ...>").rstrip()
        if name in ("fsync", "fdatasync"):
            yield from self._sync(pid, rest, begins=not resumed, ends=not unfinished)
        elif name in WRITES or name == "recvfrom":
            if not resumed or name == "recvfrom":  # a write counts from where it begins
                yield from self._write(pid, name, rest)
        elif not unfinished:
            yield from self._change(pid, name, rest)

    def _sync(self, pid: int, rest: str, *, begins: bool, ends: bool) -> Iterator[Operation]:
        path = self._place(rest)
        if path is not None and begins:
            yield Sync(pid, path, ended=False)
        if path is not None and ends:
            yield Sync(pid, path, ended=True)

    def _write(self, pid: int, name: str, rest: str) -> Iterator[Operation]:
        texts = _TEXT.findall(rest)
        data = b"".join(map(_bytes, texts))
        path = self._place(rest)
        if path is None:
            if self._told in data:
                yield Told(data)
            return
        if name == "recvfrom":
            return
        offset = self._offset(pid, name, rest, len(data))
        yield Write(path, offset, data)

    def _offset(self, pid: int, name: str, rest: str, size: int) -> int:
        fd = int(rest[1 : rest.index("<")])
        if name in ("write", "writev"):
            at = self._offsets.get((pid, fd), 0)
            self._offsets[pid, fd] = at + size
            return at
        numbers = re.findall(r", (\d+)", re.sub(r'"[^"]*"', "", rest.split(" = ")[0]))
        return int(numbers[-2] if name == "pwritev2" else numbers[-1])

    def _change(self, pid: int, name: str, rest: str) -> Iterator[Operation]:
        result = _RESULT.search(rest)
        if result is None or int(result[1]) < 0:
            return
        if name in ("openat", "open", "creat"):
            yield from self._open(pid, rest, int(result[1]), result[2])
        elif name == "lseek":
            self._offsets[pid, int(rest[1 : rest.index("<")])] = int(result[1])
        elif name in ("ftruncate", "fallocate"):
            yield from self._resize(name, rest)
        else:
            yield from self._rename(name, rest)

    def _open(self, pid: int, rest: str, fd: int, place: str | None) -> Iterator[Operation]:
        self._offsets[pid, fd] = 0
        path = self._below(place or "")
        if path is None:
            return
        if "O_CREAT" in rest and path not in self._known:
            self._known.add(path)
            yield Name(None, path)
        elif "O_TRUNC" in rest:
            yield Truncate(path, 0)

    def _resize(self, name: str, rest: str) -> Iterator[Operation]:
        path = self._place(rest)
        numbers = [int(n) for n in re.findall(r", (\d+)", rest.split(" = ")[0])]
        if path is not None and name == "ftruncate":
            yield Truncate(path, numbers[-1])

    def _rename(self, name: str, rest: str) -> Iterator[Operation]:
        paths = [self._named(text) for text in _TEXT.findall(rest)]
        first, last = (paths[0], paths[-1]) if paths else (None, None)
        if first is None or last is None:
            return
        if name in ("mkdir", "mkdirat"):
            self._known.add(first)
            yield Name(None, first, folder=True)
        elif name.startswith("unlink"):
            self._known.discard(first)
            yield Name(first, None)
        elif name.startswith(("rename", "link")):
            copy = name.startswith("link")
            self._known.add(last)
            if not copy:
                self._known.discard(first)
            yield Name(first, last, copy=copy)

    def _place(self, rest: str) -> Path | None:
        found = _PLACE.match(rest)
        return self._below(found[2]) if found else None

    def _named(self, text: str) -> Path | None:
        path = self._root / _bytes(text).decode(errors="replace")
        return path if path.is_relative_to(self._root) else None

    def _below(self, text: str) -> Path | None:
        path = Path(_bytes(text).decode(errors="replace").removesuffix(" (deleted)"))
        return path if path.is_relative_to(self._root) else None


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def paths_of(operations: Sequence[Operation]) -> set[Path]:
    """Every file that was written."""
    return {one.path for one in operations if isinstance(one, Write | Truncate)}

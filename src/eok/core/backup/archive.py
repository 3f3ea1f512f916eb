"""The archive: an uncompressed tar (what it holds is encrypted and does not shrink), the manifest at its end.

Last stands the manifest's own SHA-256, so that a cut file has no end and a flipped byte no place to hide.
"""

import hashlib
import io
import shutil
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from eok.core.backup import manifest as manifests
from eok.core.backup.errors import DamagedError
from eok.core.backup.manifest import Content, Manifest

MANIFEST = "manifest.json"
SEAL = "manifest.sha256"
DATABASE = "database"
"""Folder of the copy of the database."""
BLOCK = 1024 * 1024


class Writer:
    """Use once: `add` each file, then `close`."""

    def __init__(self, file: IO[bytes]) -> None:
        self._tar = tarfile.TarFile(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)
        self.files: dict[str, Content] = {}

    def add(self, name: str, path: Path) -> None:
        """Raises FileNotFoundError before anything of it is written."""
        with path.open("rb") as file:
            reader = _HashingReader(file)
            entry = _entry(name, path.stat().st_size)
            self._tar.addfile(entry, reader)
        self.files[name] = Content(entry.size, reader.digest.hexdigest())

    def close(self, manifest: Manifest) -> None:
        content = manifest.to_json()
        self._add_bytes(MANIFEST, content)
        self._add_bytes(SEAL, hashlib.sha256(content).hexdigest().encode())
        self._tar.close()

    def _add_bytes(self, name: str, content: bytes) -> None:
        self._tar.addfile(_entry(name, len(content)), io.BytesIO(content))


class Archive:
    """An archive whose names and manifest are in order. The files are checked by `check` and `extract`."""

    def __init__(self, tar: tarfile.TarFile, folders: list[str]) -> None:
        self._tar = tar
        self._entries = _entries(tar, [DATABASE, *folders])
        self.manifest = self._read_manifest()
        if differing := sorted({*self._entries} ^ {*self.manifest.files}):
            raise DamagedError(f"목록과 다른 파일 {differing[0]}")

    def check(self) -> None:
        """Every file against its SHA-256. Raises DamagedError, naming the first that differs."""
        for name, told in self.manifest.files.items():
            with self._file(self._entries[name]) as file:
                require_same(name, file, told)

    def extract(self, folder: Path, names: Iterable[str] | None = None) -> None:
        """Files into a folder of ours, under their names. names: every file, unless some are named."""
        for name in self.manifest.files if names is None else names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            with self._file(self._entries[name]) as file, path.open("wb") as copy:
                shutil.copyfileobj(file, copy, BLOCK)

    def _read_manifest(self) -> Manifest:
        content, seal = (self._take(name) for name in (MANIFEST, SEAL))
        if hashlib.sha256(content).hexdigest().encode() != seal:
            raise DamagedError(f"{MANIFEST}의 내용이 바뀌었습니다")
        try:
            return manifests.read(content)
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedError(f"{MANIFEST}을 읽을 수 없습니다({error})") from error

    def _take(self, name: str) -> bytes:
        entry = self._entries.pop(name, None)
        if entry is None:
            raise DamagedError(f"끝이 잘려 {name}이 없습니다")
        with self._file(entry) as file:
            return file.read()

    def _file(self, entry: tarfile.TarInfo) -> IO[bytes]:
        file = self._tar.extractfile(entry)
        if file is None:
            raise DamagedError(f"{entry.name}은 파일이 아닙니다")
        return file


@contextmanager
def opened(path: Path, folders: list[str]) -> Iterator[Archive]:
    """folders: below the state folder, whose files it may hold. Raises DamagedError."""
    try:
        with tarfile.open(path, mode="r:") as tar:
            if path.stat().st_size % tarfile.RECORDSIZE:
                raise DamagedError("끝이 잘렸습니다")
            yield Archive(tar, folders)
    except tarfile.TarError as error:
        raise DamagedError(f"묶음을 끝까지 읽을 수 없습니다({error})") from error


def require_same(name: str, file: IO[bytes], told: Content) -> None:
    """Raises DamagedError."""
    digest = hashlib.sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    if digest.hexdigest() != told.sha256:
        raise DamagedError(f"{name}의 내용이 바뀌었습니다")


def _entries(tar: tarfile.TarFile, folders: list[str]) -> dict[str, tarfile.TarInfo]:
    entries: dict[str, tarfile.TarInfo] = {}
    for entry in tar:
        if entry.name in entries or not entry.isreg() or not _may_hold(entry.name, folders):
            raise DamagedError(f"있어서는 안 되는 자리 {entry.name!r}")
        entries[entry.name] = entry
    return entries


def _may_hold(name: str, folders: list[str]) -> bool:
    """Nothing may come to lie outside the folders a backup is made of: not beside them, not above."""
    parts = PurePosixPath(name).parts
    inside = any(name.startswith(f"{folder}/") for folder in folders) and ".." not in parts
    return (inside or name in (MANIFEST, SEAL)) and str(PurePosixPath(name)) == name


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


class _HashingReader(io.RawIOBase):
    """Digests what passes through."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        content = self._file.read(size)
        self.digest.update(content)
        return content

"""The district's keys as files: today's `district.key`, and those before it under `older/`.

Every process looks at the files' stamps before it uses a key, so a change reaches the running house without
a restart. The name of an older key says when it was replaced.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eok.core.durable import sync_folder
from eok.core.keys import aead, written
from eok.core.keys.envelope import DATA_KEY

DISTRICT = "district.key"
OLDER = "older"
NONE = 0, 0
"""Stamp of what is not there."""
MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class FileDistrictKey:
    """See `eok.core.keys.envelope.DistrictKey`."""

    secret: bytes

    @property
    def fingerprint(self) -> str:
        key = aead.derived(self.secret, "digest:fingerprint")
        return hmac.new(key, b"district", hashlib.sha256).hexdigest()[:16]

    def wrap(self, data_key: bytes) -> bytes:
        return aead.seal(aead.derived(self.secret, "wrap"), data_key, DATA_KEY)

    def opens(self, wrapped: bytes) -> bytes | None:
        return aead.opened(aead.derived(self.secret, "wrap"), wrapped, DATA_KEY)


class DistrictFiles:
    """Today's and the older ones of one folder, read anew when another process changed them."""

    def __init__(self, folder: Path) -> None:
        self._path, self._older = folder / DISTRICT, folder / OLDER
        self._seen: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._keys: tuple[FileDistrictKey, ...] = ()

    def all(self) -> tuple[FileDistrictKey, ...]:
        """Today's first; none while there is no key of today.

        The stamps are taken before the files: a change in between is seen the next time.
        """
        seen = _stamp(self._path), _stamp(self._older)
        if seen[0] == NONE:
            return ()
        if seen != self._seen:
            today = FileDistrictKey(written.read(self._path))
            self._keys, self._seen = (today, *self.older_keys()), seen
        return self._keys

    def older_keys(self) -> tuple[FileDistrictKey, ...]:
        """Of a house whose key of today lies elsewhere."""
        return tuple(FileDistrictKey(written.read(path)) for path in self.older())

    def older(self) -> list[Path]:
        """The newest first."""
        return sorted(self._older.glob("*.key"), reverse=True)

    def replaced_at(self) -> list[datetime]:
        """When each older key was replaced."""
        return [
            datetime.strptime(path.name.partition("-")[0], MOMENT).replace(tzinfo=UTC)
            for path in self.older()
        ]

    def begin_new(self, secret: bytes, now: datetime) -> None:
        """Today's becomes an older one first: at no instant is a key without a name."""
        self._older.mkdir(mode=0o700, exist_ok=True)
        name = f"{now.astimezone(UTC):{MOMENT}}-{self.all()[0].fingerprint}.key"
        if not (self._older / name).exists():
            os.link(self._path, self._older / name)
            sync_folder(self._older)
        written.replace(self._path, secret)

    def forget_older(self) -> int:
        names = self.older()
        for path in names:
            path.unlink()
        if names:
            sync_folder(self._older)
        return len(names)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return NONE
    return found.st_ino, found.st_mtime_ns

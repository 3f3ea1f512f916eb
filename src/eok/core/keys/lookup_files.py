"""The look-up keys as files: `lookup.key`, the first, and those that came after it under `lookup/`.

The first is never replaced: what nobody can guess (links, codes, a provider's name for a person) is looked up by it.
What can be guessed (`eok.core.keys.LOOKED_UP`) goes by the newest; until all is reckoned anew, by the others too.
"""

import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from eok.core.keys import aead, written

FOLDER = "lookup"
MOMENT = "%Y%m%dT%H%M%S%fZ"
"""In the name of a key: when it was made."""
FIRST_IS_DONE = "first.done"
"""Lies there once nothing that can be guessed goes by the first key any more."""


class LookupFiles:
    """Of one folder of keys, read anew when another process changed them."""

    def __init__(self, folder: Path, first: Callable[[], bytes]) -> None:
        self._folder, self._first = folder / FOLDER, first
        self._seen: int | None = None
        self._keys: tuple[bytes, ...] = ()

    def all(self) -> tuple[bytes, ...]:
        """Today's first. The stamp is taken before the files: a change in between is seen the next time."""
        seen = self._folder.stat().st_mtime_ns if self._folder.exists() else 0
        if seen != self._seen:
            later = tuple(written.read(path) for path in self.later())
            self._keys, self._seen = later if is_done(self._folder) else (*later, self._first()), seen
        return self._keys

    def later(self) -> list[Path]:
        """Those after the first, the newest first."""
        return sorted(self._folder.glob("*.key"), reverse=True)

    def kept(self) -> list[Path]:
        """What a sealed copy must hold beside the first."""
        return sorted(path for path in self._folder.glob("*") if not path.name.startswith("."))

    def replaced_at(self) -> list[datetime]:
        """When the older ones were replaced by today's; none while there is one alone."""
        if len(self.all()) < 2:
            return []
        made = self.later()[0].name.partition("-")[0]
        return [datetime.strptime(made, MOMENT).replace(tzinfo=UTC)]

    def begin_new(self, secret: bytes, now: datetime) -> None:
        name = f"{now.astimezone(UTC):{MOMENT}}-{fingerprint(secret)}.key"
        written.write_once(self._folder / name, secret)

    def forget_older(self) -> int:
        """The mark first: cut off after it, only keys that nothing goes by are left."""
        count = len(self.all()) - 1
        if count > 0:
            mark_done(self._folder)
            for path in self.later()[1:]:
                path.unlink()
        return count


def fingerprint(secret: bytes) -> str:
    """Names a look-up key and tells nothing of it: 16 hex digits."""
    key = aead.derived(secret, "digest:lookup-fingerprint")
    return hmac.new(key, b"lookup", hashlib.sha256).hexdigest()[:16]


def is_done(folder: Path) -> bool:
    """Whether the first key is looked up by no more. folder: `lookup` among the keys."""
    return (folder / FIRST_IS_DONE).exists()


def mark_done(folder: Path) -> None:
    written.write_once(folder / FIRST_IS_DONE, b"what can be guessed is reckoned anew\n")

"""How far an upgrade came, written down before each step, so that one that was cut off is begun again knowingly."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from eok.core.durable import write
from eok.core.upgrade.errors import UpgradeRunsError

FOLDER = "upgrade"
"""Below the state folder."""
FILE = "journal.json"


@dataclass(frozen=True)
class Entry:
    """Where an upgrade stands."""

    source: str
    """Version it came from."""
    target: str
    """Version it goes to."""
    step: str
    """The step that was begun last; `done` when all were."""
    backup: str = ""
    """Name of the backup made for it, once that is whole."""


class Journal:
    """Of the one upgrade that runs in a state folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = self._read()
        """What an earlier run left."""

    def begin(self, entry: Entry) -> None:
        """entry: of a step that comes now."""
        write(self.folder / FILE, json.dumps(asdict(entry)).encode())

    def _read(self) -> Entry | None:
        path = self.folder / FILE
        return Entry(**json.loads(path.read_bytes())) if path.is_file() else None


def unfinished(journal: Journal) -> Entry | None:
    """What an earlier run was doing when it was cut off."""
    return journal.before if journal.before and journal.before.step != "done" else None


def at(entry: Entry, step: str) -> Entry:
    return replace(entry, step=step)


@contextmanager
def opened(state_dir: Path) -> Iterator[Journal]:
    """Raises UpgradeRunsError. The kernel frees the lock however the holder ends."""
    folder = state_dir / FOLDER
    folder.mkdir(exist_ok=True, mode=0o700)
    with (folder / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UpgradeRunsError from error
        yield Journal(folder)

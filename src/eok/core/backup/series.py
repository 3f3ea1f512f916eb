"""The backups of one folder: how many are kept, and when the last one was made.

Old backups go because what they hold is subject to retention too (개인정보 보호법 §21): docs/data-model.md.
"""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from eok.core.durable import write

NAMED = re.compile(r"eok-\d{4}-\d{2}-\d{2}-\d{6}\.tar")
"""As `make` names them; nothing else in the folder is touched."""
FILE = "backup.json"
"""Below the state folder: the last backup that was made whole."""


@dataclass(frozen=True)
class LastBackup:
    """What the doctor looks at."""

    made_at: str
    """ISO, UTC."""
    path: str


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Removes what is older than the newest `count`; what was removed."""
    backups = sorted(path for path in folder.iterdir() if NAMED.fullmatch(path.name) and path.is_file())
    old = backups[:-count]
    for path in old:
        path.unlink()
    return old


def note(state_dir: Path, last: LastBackup) -> None:
    write(state_dir / FILE, json.dumps(asdict(last), ensure_ascii=False).encode())


def last(state_dir: Path) -> LastBackup | None:
    path = state_dir / FILE
    return LastBackup(**json.loads(path.read_bytes())) if path.is_file() else None

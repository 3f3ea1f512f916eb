"""The list of what was destroyed, outside the database: a backup made before can't bring it back (개인정보 보호법 §21②).

One small file for each record, never written again: ids, the article, and the digests of the wrapped keys. It is
written before the end is committed and kept below the state folder and in every later backup. `./eok restore` ends
anew what the list names, before anybody can open the house.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from eok.core import durable, tables
from eok.retention.models import Ending

FOLDER = "destroyed"
FOLDERS = 4
"""Between a line and the disk: its own, its kind's, the list's, the state folder."""
VERSION = 1


@dataclass(frozen=True)
class Destroyed:
    """One record that was ended. Nothing personal in it."""

    kind: str
    record: str
    class_id: str
    label: str
    service_id: str
    department: str
    law: str
    ground: str
    finished_on: str
    ended_at: str
    """ISO, UTC."""
    keys: tuple[str, ...]
    """SHA-256 of each wrapped key that was emptied."""
    version: int = VERSION


def note(one: Destroyed) -> None:
    """Durable when it returns; a second note of the same record changes nothing."""
    line = json.dumps(asdict(one), ensure_ascii=False, sort_keys=True)
    durable.write(_path(one.kind, one.record), line.encode(), folders=FOLDERS)


def forget(kind: str, record: str) -> None:
    """The end was not committed after all."""
    _path(kind, record).unlink(missing_ok=True)


def all_noted() -> Iterator[Destroyed]:
    """Every line of the list that lies here. Raises ValueError, TypeError for one that can't be read."""
    for path in sorted((_folder()).glob("*/*/*.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))
        if facts["version"] != VERSION:
            raise ValueError(f"{path.name}: version {facts['version']}")
        yield Destroyed(**{**facts, "keys": tuple(facts["keys"])})


def files(alias: str) -> Iterator[str]:
    """Of every end a database knows: its line, below the state folder, for the backup."""
    if not is_kept(alias):
        return
    for kind, record in Ending.objects.using(alias).values_list("kind", "record").iterator():
        yield _name(kind, record)


def is_kept(alias: str) -> bool:
    """Whether the database has the register of ends; that of a release before it has not."""
    return tables.has(alias, Ending)


def _name(kind: str, record: str) -> str:
    return f"{FOLDER}/{kind}/{record[:2]}/{record}.json"


def _path(kind: str, record: str) -> Path:
    state_dir: Path = settings.EOK_STATE_DIR
    return state_dir / _name(kind, record)


def _folder() -> Path:
    state_dir: Path = settings.EOK_STATE_DIR
    return state_dir / FOLDER

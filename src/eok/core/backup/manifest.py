"""What an archive holds, written down so that each part can be held against it."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from eok.core.launch.places import ROOT
from eok.core.tables import Sum

FORMAT = 1


@dataclass(frozen=True)
class Content:
    """One file."""

    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """Of one archive."""

    version: str
    """Of the program that made it."""
    database: str
    """`sqlite` or `postgresql`."""
    made_at: str
    """ISO, UTC."""
    key: str
    """Fingerprint of the district key that opens it."""
    migrations: tuple[str, ...]
    """Which state the tables are in."""
    tables: Mapping[str, Sum]
    files: Mapping[str, Content]
    """By their names in the archive: the copy of the database, and what lies below the state folder."""
    missing: tuple[str, ...] = ()
    """Files the database points at which were already lost."""
    format: int = field(default=FORMAT)

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(content: bytes) -> Manifest:
    """Raises ValueError, TypeError, KeyError when it is none that this program knows."""
    facts = json.loads(content)
    if facts["format"] != FORMAT:
        raise ValueError(f"format {facts['format']}")
    facts["tables"] = {name: Sum(**told) for name, told in facts["tables"].items()}
    facts["files"] = {name: Content(**told) for name, told in facts["files"].items()}
    facts["migrations"] = tuple(facts["migrations"])
    facts["missing"] = tuple(facts["missing"])
    return Manifest(**facts)


def program_version() -> str:
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(facts["project"]["version"])

"""Archives that tell something else than they hold, with a digest of their own that is right."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eok.core.backup.make import Made

Facts = dict[str, Any]


def entries(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar}  # type: ignore[union-attr]  # all are files


def written(path: Path, contents: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, content in contents.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


def retold(made: Made, change: Callable[[Facts, dict[str, bytes]], None]) -> Path:
    """The archive with another manifest, whose own digest is right."""
    contents = entries(made.path)
    facts = json.loads(contents["manifest.json"])
    change(facts, contents)
    contents["manifest.json"] = json.dumps(facts).encode()
    contents["manifest.sha256"] = hashlib.sha256(contents["manifest.json"]).hexdigest().encode()
    return written(made.path.with_name("retold.tar"), contents)


def flip(made: Made, beginning: str) -> str:
    """One bit of the first entry of that beginning; its name."""
    with tarfile.open(made.path) as tar:
        entry = next(entry for entry in tar if entry.name.startswith(beginning))
    content = bytearray(made.path.read_bytes())
    content[entry.offset_data + entry.size // 2] ^= 1
    made.path.write_bytes(content)
    return entry.name

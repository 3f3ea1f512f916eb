"""The texts of the notices: `data/notices/<key>.yaml`, each with a short (SMS) and a long form."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings

GENERAL = "general"
"""Used for a step whose own text is not written yet."""


@dataclass(frozen=True)
class Notice:
    """A text with named places: {district}, {service}, {number}, {due}, {link}, {phone}, {detail}."""

    short: str
    """For SMS; 90 bytes would be a short one, ours may be a long one (2,000 bytes)."""
    title: str
    long: str


@cache
def notice(key: str) -> Notice:
    folder: Path = settings.EOK_DATA_DIR / "notices"
    path = folder / f"{key}.yaml"
    if not path.exists():
        path = folder / f"{GENERAL}.yaml"
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Notice(value["short"].strip(), value["title"].strip(), value["long"].strip())


def keys() -> list[str]:
    return sorted(p.stem for p in (settings.EOK_DATA_DIR / "notices").glob("*.yaml"))

"""Who runs this portal, as the header and the foot of every page say it.

Read from `district.yaml` in `EOK_DISTRICT_DIR` (keys name, phone, hours); another district is
another folder.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings


@dataclass(frozen=True)
class District:
    name: str = "우리 구"
    """As it stands under the mark: 서초구."""
    phone: str = ""
    hours: str = ""
    """When the phone is answered: 평일 9시~18시 (점심 12시~13시)."""


def current() -> District:
    """The district this installation serves."""
    return load(Path(settings.EOK_DISTRICT_DIR) / "district.yaml")


@cache
def load(path: Path) -> District:
    """A folder without the file (a fresh checkout) has a district without a name."""
    if not path.exists():
        return District()
    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    return District(**{key: str(facts.get(key, "")) for key in ("name", "phone", "hours")})

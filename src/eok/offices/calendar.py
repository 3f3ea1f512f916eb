"""The calendar in use: `data/calendar/<year>.yaml` and the district's own closed days.

Its version is a digest of the files, so that every due date can say which calendar it was counted by.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from eok.offices import data_file
from eok.offices.errors import DistrictFileError
from eok.rules.calendar import Calendar


def calendar() -> Calendar:
    """The calendar of this installation. Raises DistrictFileError naming the file."""
    return _calendar(settings.EOK_DATA_DIR, settings.EOK_DISTRICT_DIR)


@lru_cache(maxsize=8)
def _calendar(data_dir: Path, district_dir: Path) -> Calendar:
    years = sorted((data_dir / "calendar").glob("*.yaml"))
    if not years:
        raise DistrictFileError(f"{data_dir}/calendar에 달력이 없습니다. 연도.yaml을 넣어 주세요.")
    local = district_dir / "calendar.yaml"
    files = [*years, local] if local.exists() else years
    days: dict[date, str] = {}
    for path in years:
        days.update(_days(path, "holidays"))
    return Calendar(
        version=_version(files),
        holidays=days,
        local_closed=_days(local, "closed") if local.exists() else {},
        covers=(date(int(years[0].stem), 1, 1), date(int(years[-1].stem), 12, 31)),
    )


def _days(path: Path, key: str) -> Mapping[date, str]:
    """Days with their names; two holidays on one day share a line."""
    value: Any = data_file.read(path).value or {}
    days: dict[date, str] = {}
    for row in value.get(key) or ():
        name = str(row["name"])
        days[row["on"]] = f"{days[row['on']]}, {name}" if row["on"] in days else name
    return days


def _version(files: list[Path]) -> str:
    hasher = hashlib.sha256()
    for path in files:
        hasher.update(path.name.encode() + path.read_bytes())
    return hasher.hexdigest()[:16]

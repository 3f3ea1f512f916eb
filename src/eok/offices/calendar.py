"""The calendar in use: `data/calendar/<year>.yaml` and the district's own `calendar.yaml`.

Its version is a digest of the files, so that every due date can say which calendar it was counted by.
The district's file may name days its offices rest (지방공휴일에 관한 규정), usual working hours (지방공무원
복무규정 §2② 단서: lunch within an hour) and days with other hours (§3①).
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from eok.offices import data_file
from eok.offices.errors import DistrictFileError
from eok.rules.calendar import USUAL_SLOTS, Calendar, Slot

Kind = TypeVar("Kind", bound=BaseModel)


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Day(_Row):
    on: date
    name: str = ""


class _Year(_Row):
    year: int
    holidays: tuple[_Day, ...]


class _Hours(_Row):
    """`{from: 09:00, to: 12:00}`"""

    begin: time = Field(alias="from")
    end: time = Field(alias="to")


class _OtherHours(_Row):
    on: date
    hours: tuple[_Hours, ...]


class _Local(_Row):
    """What the district adds."""

    closed: tuple[_Day, ...] = ()
    hours: tuple[_Hours, ...] = ()
    other_hours: tuple[_OtherHours, ...] = ()


def calendar() -> Calendar:
    """The calendar of this installation. Raises DistrictFileError naming the file."""
    return _calendar(settings.EOK_DATA_DIR, settings.EOK_DISTRICT_DIR)


@lru_cache(maxsize=8)
def _calendar(data_dir: Path, district_dir: Path) -> Calendar:
    files = sorted((data_dir / "calendar").glob("*.yaml"))
    years = [_read(path, _Year) for path in files]
    if not years:
        raise DistrictFileError(
            f"{data_dir}/calendar에 달력이 없습니다. 기한을 셀 수 없습니다. 연도.yaml을 넣어 주세요."
        )
    own = district_dir / "calendar.yaml"
    local = _read(own, _Local) if own.exists() else _Local()
    return Calendar(
        version=_version([*files, own] if own.exists() else files),
        holidays=_named([day for year in years for day in year.holidays]),
        local_closed=_named(local.closed),
        usual_slots=_slots(local.hours) or USUAL_SLOTS,
        exceptions={day.on: _slots(day.hours) for day in local.other_hours},
        covers=_covered([year.year for year in years]),
    )


def _read(path: Path, kind: type[Kind]) -> Kind:
    try:
        file = data_file.read(path)
    except ValueError as error:
        raise DistrictFileError(
            f"{path}: 달력에 없는 날짜나 시각이 있습니다({error}). 고쳐 주세요."
        ) from error
    try:
        return TypeAdapter(kind).validate_python(file.value or {})
    except ValidationError as error:
        first = error.errors()[0]
        raise DistrictFileError(
            f"{file.place(tuple(first['loc']))}: 달력을 읽을 수 없습니다({first['msg']}). 이 줄을 고쳐 주세요."
        ) from error


def _named(days: Sequence[_Day]) -> Mapping[date, str]:
    """Days with their names; two holidays on one day share a line."""
    named: dict[date, str] = {}
    for day in days:
        named[day.on] = f"{named[day.on]}, {day.name}" if day.on in named else day.name
    return named


def _slots(hours: Sequence[_Hours]) -> tuple[Slot, ...]:
    return tuple((stretch.begin, stretch.end) for stretch in hours)


def _covered(years: Sequence[int]) -> tuple[date, date]:
    """From the first year on as long as no year is missing."""
    last = years[0]
    while last + 1 in years:
        last += 1
    return date(years[0], 1, 1), date(last, 12, 31)


def _version(files: Sequence[Path]) -> str:
    hasher = hashlib.sha256()
    for path in files:
        hasher.update(path.name.encode() + path.read_bytes())
    return hasher.hexdigest()[:16]

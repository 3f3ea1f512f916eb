"""The table of `data/retention.yaml`, with what the district laid over it: which record, how long, by which article."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from django.conf import settings
from pydantic import Field, ValidationError, model_validator

from eok.catalogue.facts import SURE
from eok.catalogue.sources import Part, Source
from eok.core.korean import with_particle
from eok.offices import data_file
from eok.retention.errors import TableError
from eok.rules.retention import Period

NAME = "retention.yaml"
Holds = Literal["none", "pointer", "personal", "work", "secret"]
Days = Annotated[str, Field(pattern=r"^\d+일$")]
Counted = Literal["closed", "last_saved", "created", "last_seen", "written"]
END = {
    "case_key": "사건의 열쇠를 없애고 파일을 지움",
    "with": "사건과 함께",
    "key": "열쇠를 없앰",
    "delete": "지움",
    "kept": "끝내지 않음",
}
COUNTED = {
    "closed": "처리를 마친 다음 해 1월 1일부터",
    "last_saved": "마지막으로 저장한 날부터",
    "created": "올린 날부터",
    "last_seen": "마지막으로 들어온 날부터",
    "written": "적힌 날부터",
}


class RecordClass(Part):
    """One kind of record."""

    name: str
    tables: tuple[str, ...]
    """`room.Table`; each table belongs to one class."""
    holds: Holds
    counted: Counted | None = None
    period: Period | Days | Literal["by_unit"] | None = None
    end: Literal["case_key", "with", "key", "delete", "kept"]
    with_: str | None = Field(default=None, alias="with")
    """The class it ends with."""
    by: str | None = None
    """The job of a room that ends it; without one, this room's."""
    appraisal: bool = False
    """Destroyed only after a deliberation (공공기록물법 §27①)."""
    legal_hold: bool = False
    keeper: str = ""
    source: Source

    @model_validator(mode="after")
    def _consistent(self) -> "RecordClass":
        if (self.end == "with") != (self.with_ is not None):
            raise ValueError("end: with에는 with(무엇과 함께)가 있어야 합니다")
        if self.end in ("case_key", "key") and not (self.counted and self.period):
            raise ValueError("끝내려면 counted(무엇부터)와 period(얼마 동안)가 있어야 합니다")
        return self

    @property
    def is_sure(self) -> bool:
        """Read in the law or set by the district: only then anything is ended by it."""
        return self.source.grade in SURE

    @property
    def days(self) -> int | None:
        text = str(self.period or "")
        return int(text.removesuffix("일")) if text.endswith("일") else None


class Unit(Part):
    """단위과제: what the district's 기록관리기준표 says of some affairs (공공기록물법 시행령 §25, §26②)."""

    name: str
    services: tuple[str, ...]
    period: Period
    years_in_use: int = Field(default=0, ge=0, le=10)
    """So long it stays here for the work before the hand-over (공공기록물법 시행령 §32③)."""
    source: Source

    @property
    def is_sure(self) -> bool:
        return self.source.grade in SURE


class Table(Part):
    """The whole of it."""

    classes: Mapping[str, RecordClass]
    units: Mapping[str, Unit]

    @model_validator(mode="after")
    def _once(self) -> "Table":
        _require_once("표", [name for one in self.classes.values() for name in one.tables])
        _require_once("민원사무", [name for one in self.units.values() for name in one.services])
        for one in self.classes.values():
            if one.with_ and one.with_ not in self.classes:
                raise ValueError(f"with: {one.with_}은(는) 없는 종류입니다")
        return self

    def unit_of(self, service_id: str) -> Unit | None:
        """None: which unit task it belongs to is not known (미확인)."""
        return next((unit for unit in self.units.values() if service_id in unit.services), None)


def table() -> Table:
    """That of this installation. Raises TableError."""
    return load(settings.EOK_DATA_DIR, settings.EOK_DISTRICT_DIR)


@lru_cache(maxsize=8)
def load(data_dir: Path, district_dir: Path) -> Table:
    """Raises TableError, with file and line."""
    file = data_file.read(data_dir / NAME)
    own = district_dir / NAME
    if own.exists():
        file = file.overlaid_by(data_file.read(own))
    try:
        return Table.model_validate(file.value)
    except ValidationError as error:
        first = error.errors()[0]
        place = file.place(tuple(first["loc"]))
        raise TableError(f"{place}: {first['msg']} ({'.'.join(map(str, first['loc']))})") from error


def _require_once(what: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{with_particle(what, '이')} 두 번 있습니다: {', '.join(twice)}")

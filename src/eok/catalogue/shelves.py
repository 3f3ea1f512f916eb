"""분야 and 생애사건: how the affairs are shelved, from `data/sectors.yaml` and `data/life_events.yaml`."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pydantic import BaseModel, ConfigDict, TypeAdapter

from eok.catalogue.schema import Id, Words
from eok.offices import data_file


class Shelf(BaseModel):
    """A shelf has an id and a name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    name: Words


class Sector(Shelf):
    """분야."""


class LifeEvent(Shelf):
    """생애사건: what happened to somebody, in their words."""

    icon: str
    """Name of one of our icons."""
    search: str = ""
    """What to search for when no affair of the house is shelved here yet."""


def sectors() -> tuple[Sector, ...]:
    return _sectors(settings.EOK_DATA_DIR / "sectors.yaml")


def life_events() -> tuple[LifeEvent, ...]:
    return _life_events(settings.EOK_DATA_DIR / "life_events.yaml")


@lru_cache(maxsize=8)
def _sectors(path: Path) -> tuple[Sector, ...]:
    return TypeAdapter(tuple[Sector, ...]).validate_python(data_file.read(path).value)


@lru_cache(maxsize=8)
def _life_events(path: Path) -> tuple[LifeEvent, ...]:
    return TypeAdapter(tuple[LifeEvent, ...]).validate_python(data_file.read(path).value)

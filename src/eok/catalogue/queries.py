"""Named reads of the catalogue. Loaded once per process; read anew when the stamp changes.

`./eok catalogue sync` writes the stamp after the files were found right, so a running portal never
serves a half-edited folder.
"""

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.conf import settings

from eok.catalogue import adopted, facts, loader, stamp
from eok.catalogue.dated import State
from eok.catalogue.errors import ServiceNotFoundError
from eok.catalogue.loader import Loaded
from eok.catalogue.schema import Service
from eok.catalogue.shelves import LifeEvent, Sector, life_events, sectors
from eok.core import clock

log = logging.getLogger(__name__)

_kept: dict[tuple[object, ...], Loaded] = {}


def loaded() -> Loaded:
    """The catalogue of this moment: every affair in its state of today (Seoul), without a restart at midnight."""
    files = _files()
    return _turned(files, files.turn(clock.seoul_now().date()))


@lru_cache(maxsize=2)
def _turned(files: Loaded, turn: date) -> Loaded:
    """One object from a turn to the next, so that what is made from it is kept as long."""
    return files.on(turn)


def _files() -> Loaded:
    """The folders as they were read, and over them what the district approved since."""
    key = (settings.EOK_DATA_DIR, settings.EOK_DISTRICT_DIR, stamp.read())
    if key not in _kept:
        folders = loader.load(settings.EOK_DATA_DIR, settings.EOK_DISTRICT_DIR)
        fresh = adopted.over(folders, settings.EOK_DISTRICT_DIR / adopted.FILE)
        _log(fresh)
        _kept.clear()
        _kept[key] = fresh
    approved = (*key, stamp.approved())
    if approved not in _kept:
        folders = _kept[key]
        _kept.clear()
        _kept.update({key: folders, approved: adopted.over(folders, stamp.approved_path())})
        _log(_kept[approved])
    return _kept[approved]


def _log(files: Loaded) -> None:
    for problem in files.problems:
        log.error("catalogue: %s", problem)


def get(service_id: str) -> Service:
    """Raises ServiceNotFoundError."""
    try:
        return loaded().services[service_id]
    except KeyError:
        raise ServiceNotFoundError from None


def coming(service_id: str) -> tuple[State, ...]:
    """The states of an affair that today is still before, the next one first."""
    today = clock.seoul_now().date()
    return tuple(state for state in loaded().states.get(service_id, ()) if state.since > today)


def all_services() -> tuple[Service, ...]:
    """Every affair, by its Korean name."""
    return tuple(sorted(loaded().services.values(), key=lambda s: s.name.ko))


def may_open(service: Service) -> bool:
    """Whether it may be applied for here: production wants every fact sure (법령, 우리 구)."""
    return service.channel == "in_house" and not (settings.EOK_PRODUCTION and facts.unsure(service))


def by_sector() -> Mapping[Sector, tuple[Service, ...]]:
    """All sectors in the order of `data/sectors.yaml`, each with its affairs (maybe none)."""
    services = all_services()
    return {sector: tuple(s for s in services if s.sector == sector.id) for sector in sectors()}


def sector_counts() -> Mapping[Sector, int]:
    """How many affairs each sector holds, for the tiles of the home page."""
    counts = Counter(s.sector for s in loaded().services.values())
    return {sector: counts[sector.id] for sector in sectors()}


def popular(limit: int = 8) -> tuple[Service, ...]:
    """자주 찾는 민원, in their order."""
    chosen = [s for s in all_services() if s.popular]
    return tuple(sorted(chosen, key=lambda s: (s.popular, s.name.ko))[:limit])


def life_event(event_id: str) -> tuple[LifeEvent, tuple[Service, ...]]:
    """A 생애사건 and the affairs that belong to it. Raises ServiceNotFoundError."""
    for event in life_events():
        if event.id == event_id:
            return event, tuple(s for s in all_services() if event_id in s.life_events)
    raise ServiceNotFoundError

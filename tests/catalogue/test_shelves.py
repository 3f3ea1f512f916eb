"""Home page, sectors and life events read the same catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eok.catalogue import facts, queries, stamp
from eok.catalogue.errors import ServiceNotFoundError


@pytest.fixture(autouse=True)
def own_state(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.EOK_STATE_DIR = tmp_path
    yield
    queries._kept.clear()


def test_popular_affairs_come_in_their_order() -> None:
    assert [s.id for s in queries.popular()][:2] == ["mail-order-report", "food-business-closure"]


def test_sixteen_sectors_with_counts() -> None:
    counts = {sector.id: count for sector, count in queries.sector_counts().items()}

    assert len(counts) == 16
    assert counts["food"] >= 1
    assert {s.id: len(every) for s, every in queries.by_sector().items()} == counts


def test_a_life_event_names_its_affairs() -> None:
    event, services = queries.life_event("closing")

    assert event.name.ko == "가게 닫기"
    assert "food-business-closure" in {s.id for s in services}


def test_what_is_not_there_is_not_found() -> None:
    with pytest.raises(ServiceNotFoundError):
        queries.get("no-such-service")
    with pytest.raises(ServiceNotFoundError):
        queries.life_event("no-such-event")


def test_a_new_stamp_reads_the_files_anew() -> None:
    before = queries.loaded()
    assert queries.loaded() is before

    stamp.write("again\n")

    assert queries.loaded() is not before


def test_production_opens_only_sure_facts(settings: Any) -> None:
    service = queries.get("food-business-closure")
    assert facts.review(service) == "open"
    assert queries.may_open(service)

    settings.EOK_PRODUCTION = True

    assert not queries.may_open(service)

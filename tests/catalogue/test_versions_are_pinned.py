"""What was used is stored once, word for word, and read back as it stood (행정기본법 §14②)."""

from pathlib import Path

import pytest

from eok.catalogue import loader, readers
from eok.catalogue.actions.pin import pin, read_version
from eok.catalogue.canonical import FORMAT, canonical, canonical_json
from eok.catalogue.errors import UnreadableVersionError
from eok.catalogue.models import CatalogueVersion
from eok.catalogue.schema import Service, Text
from tests.catalogue.stored import Golden, golden

REPOSITORY = Path(__file__).parents[2]
AFFAIRS = ("food-business-closure", "mail-order-report")


@pytest.fixture
def service() -> Service:
    return loader.load(REPOSITORY / "data", REPOSITORY / "districts/seocho").services["mail-order-report"]


@pytest.mark.django_db
def test_the_same_service_is_stored_once(service: Service) -> None:
    first, second = pin(service), pin(service.model_copy())

    assert first == second
    assert CatalogueVersion.objects.count() == 1


@pytest.mark.django_db
def test_a_change_of_one_question_is_another_version(service: Service) -> None:
    changed = service.model_copy(update={"summary": Text(ko="다른 말")})

    assert pin(service) != pin(changed)


@pytest.mark.django_db
def test_what_is_read_back_is_what_was_pinned(service: Service) -> None:
    row = CatalogueVersion.objects.get(pk=pin(service).pk)

    read = read_version(row)

    assert read.form == service.form
    assert read.papers == service.papers
    assert canonical(read).digest == row.digest


def test_moving_a_tile_of_the_home_page_is_no_other_version(service: Service) -> None:
    moved = service.model_copy(update={"popular": 7, "life_events": ("moving",)})

    assert canonical(moved).digest == canonical(service).digest


def test_the_spelling_is_one() -> None:
    assert canonical_json({"b": 1, "a": "\u1100\u1161\u11a8"}) == '{"a":"각","b":1}'


@pytest.mark.parametrize("stored", golden(), ids=str)
def test_a_stored_version_is_read_for_ever(stored: Golden) -> None:
    """Written by an earlier release. If this fails a default changed: give the change a new FORMAT."""
    read = stored.read()

    assert read.id == stored.said("id")
    if stored.format == FORMAT:
        assert canonical(read).text == stored.text


def test_every_format_has_stored_versions_of_both_affairs() -> None:
    kept = {(stored.format, stored.name) for stored in golden()}

    assert kept >= {(number, name) for number in readers.READERS for name in AFFAIRS}


def test_a_format_of_the_future_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnreadableVersionError, match="형식 99"):
        readers.read(99, "{}")

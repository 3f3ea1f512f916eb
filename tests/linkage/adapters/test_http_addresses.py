"""Address search in the public shape: what is found, and what each code of the system becomes."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from eok.core.errors import InvalidError
from eok.linkage import ports
from eok.linkage.adapters.http_addresses import Search
from eok.linkage.errors import LinkageError
from tests.linkage.lines import line
from tests.simulators.process import SECRET, running

PATH = "/addrlink/addrLinkApi.do"


@contextmanager
def rig(port: type) -> Iterator[Search]:
    with running("addresses") as simulator:
        yield Search(line("addresses", simulator.url + PATH), SECRET)


@pytest.fixture(scope="module")
def search() -> Iterator[Search]:
    with rig(ports.AddressSearch) as adapter:
        yield adapter


def test_finds_by_road_and_number(search: Search) -> None:
    found = search.search("  시범대로   시범빌딩 ")

    assert found == [
        ports.Address(
            road="서울특별시 서초구 시범대로 12 (시험동, 시범빌딩)",
            jibun="서울특별시 서초구 시험동 101-1 시범빌딩",
            postcode="06500",
            admin_code="1165099900",
            building="시범빌딩",
            trial=True,
        )
    ]


def test_nothing_fits(search: Search) -> None:
    assert search.search("없는 길 1") == []


@pytest.mark.parametrize("words", ["", " ", "시", "가" * 81])
def test_words_too_short_or_long_are_said_before_asking(search: Search, words: str) -> None:
    with pytest.raises(InvalidError, match="도로 이름과 건물 번호"):
        search.search(words)


def test_a_refused_key_names_the_setting() -> None:
    with running("addresses") as simulator:
        stranger = Search(line("addresses", simulator.url + PATH), "guessed")
        with pytest.raises(LinkageError, match="EOK_ADDRESSES_SECRET"):
            stranger.check()


def test_not_an_address_service_at_all() -> None:
    with running("addresses") as simulator:
        lost = Search(line("addresses", simulator.url + "/healthz"), SECRET)
        with pytest.raises(LinkageError):
            lost.search("시범대로 12")

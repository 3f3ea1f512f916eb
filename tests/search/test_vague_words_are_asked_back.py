"""가게 접으려고: nobody can know which shop; we ask, offering only what leads somewhere."""

import pytest

from eok.search.queries import search


@pytest.mark.parametrize("words", ["가게 접으려고요", "장사 그만", "폐업", "점포 정리"])
def test_a_vague_closing_is_asked_back(words: str) -> None:
    results = search(words)

    assert results.winner is None
    assert results.ask_back is not None
    assert results.ask_back.title == "어떤 가게인가요?"
    assert "식당·카페·제과점" in [label for label, _ in results.ask_back.chips]


def test_each_answer_leads_to_an_affair() -> None:
    ask = search("가게 접으려고요").ask_back
    assert ask is not None

    for _, query in ask.chips:
        assert search(query).hits
    assert "미용실" not in [label for label, _ in ask.chips]  # its closing is not here yet


def test_opening_offers_what_can_be_opened() -> None:
    results = search("가게 열려고요")

    assert results.ask_back is not None
    assert results.ask_back.chips == (("온라인 쇼핑몰", "쇼핑몰 열기"),)
    assert not results.abstained


def test_a_shop_that_is_named_is_not_asked_about() -> None:
    assert search("식당 접으려고요").ask_back is None

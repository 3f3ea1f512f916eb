"""Why something was found, what was corrected, and what filters leave."""

import pytest

from eok.search.facets import Filters
from eok.search.queries import search
from eok.search.results import Why


def test_each_word_that_led_here_is_told() -> None:
    why = search("가게 접으려고요").hits[0].why

    assert why == (Why("word", "가게", "영업"), Why("action", "접으려", "폐업"))


def test_a_word_of_the_name_is_told_as_such() -> None:
    assert search("통신판매업").hits[0].why == (Why("title", "통신판매업", "통신판매업"),)


@pytest.mark.parametrize(
    ("words", "kind", "meant"),
    [
        ("통신판메업 신고", "typo", "통신판매업"),
        ("tlrekd", "keyboard", "식당"),
        ("ㅔㅊ방", "keyboard", "pc방"),
    ],
)
def test_what_was_read_instead_is_told(words: str, kind: str, meant: str) -> None:
    corrections = search(words).corrected

    assert [(c.kind, c.meant) for c in corrections] == [(kind, meant)]


def test_it_may_be_searched_as_typed() -> None:
    assert search("tlrekd", as_typed=True).corrected == ()
    assert search("tlrekd", as_typed=True).abstained


def test_words_that_are_latin_stay_latin() -> None:
    assert search("sns 판매").corrected == ()


def test_facets_count_the_hits() -> None:
    facets = search("신고").facets
    assert facets is not None

    actions = {facet.label: facet.count for facet in facets["action"]}
    assert actions["새로 하기"] == 1
    assert actions["그만두기"] == 2
    assert sum(facet.count for facet in facets["fee"]) == len(search("신고").hits)


def test_a_filter_leaves_what_has_it() -> None:
    results = search("신고", Filters(action="close"))

    assert {hit.service.id for hit in results.hits} == {"food-business-closure", "mail-order-closure"}
    assert results.facets is not None
    assert [facet.key for facet in results.facets["action"] if facet.chosen] == ["close"]


def test_a_winner_that_is_filtered_away_is_none() -> None:
    assert search("식당 폐업", Filters(sector="commerce")).winner is None


def test_an_unknown_filter_value_leaves_nothing() -> None:
    assert search("신고", Filters(period="no-such-period")).hits == ()

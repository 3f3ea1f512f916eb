"""Why something was found, what was corrected, and what filters leave."""

from collections import Counter

import pytest
from django.conf import settings

from eok.catalogue import queries as catalogue
from eok.search import lexicon
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


def facet_of(title: str) -> str:
    return lexicon.load(settings.EOK_DATA_DIR / "words").action_of(title)


def test_facets_count_the_hits() -> None:
    found = search("신고")
    facets = found.facets
    assert facets is not None

    actions = {facet.label: facet.count for facet in facets["action"]}
    named = Counter(facet_of(hit.service.name.ko) for hit in found.hits)
    assert (actions["새로 하기"], actions["그만두기"]) == (named["open"], named["close"])
    free = [hit for hit in found.hits if not hit.service.fee.may_cost]
    assert [(facet.key, facet.count) for facet in facets["fee"]] == [("none", len(free))]


def test_a_filter_leaves_what_has_it() -> None:
    results = search("신고", Filters(action="close"))

    closures = {one.id for one in catalogue.all_services() if one.id.endswith("-closure")}
    assert {hit.service.id for hit in results.hits} == closures
    assert results.facets is not None
    assert [facet.key for facet in results.facets["action"] if facet.chosen] == ["close"]


def test_a_winner_that_is_filtered_away_is_none() -> None:
    assert search("식당 폐업", Filters(sector="commerce")).winner is None


def test_an_unknown_filter_value_leaves_nothing() -> None:
    assert search("신고", Filters(period="no-such-period")).hits == ()

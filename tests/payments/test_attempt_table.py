"""Whatever is heard of a visit to the gateway, in any order and any number of times: money taken is never lost."""

from itertools import combinations, permutations, product

import pytest

from eok.linkage.ports import PaymentState
from eok.payments import attempts
from eok.payments.attempts import STATES, News


def end_of(heard: tuple[News, ...], begun: str = "prepared") -> str:
    state = begun
    for news in heard:
        state = attempts.after(state, news)
    return state


def test_money_taken_is_paid_wherever_it_is_heard() -> None:
    others = sorted(set(News) - {News.TOOK, News.TOOK_OTHER})
    orders = [order for three in combinations(others, 3) for order in permutations((*three, News.TOOK))]

    assert {end_of(order) for order in orders} == {"paid"}
    assert {end_of((*order, *order)) for order in orders} == {"paid"}


def test_without_money_nothing_is_ever_paid() -> None:
    quiet = sorted(set(News) - {News.TOOK, News.TOOK_OTHER})

    ends = {end_of(heard) for length in range(5) for heard in product(quiet, repeat=length)}

    assert ends == set(STATES) - {"paid", "odd"}


@pytest.mark.parametrize(("state", "news"), list(product(STATES, News)))
def test_hearing_the_same_again_changes_nothing(state: str, news: News) -> None:
    once = attempts.after(state, news)

    assert once in STATES
    assert attempts.after(once, news) == once


@pytest.mark.parametrize("state", ["paid", "odd"])
def test_what_took_money_stays(state: str) -> None:
    assert {attempts.after(state, news) for news in News} == {state}


def test_a_visit_that_was_given_up_can_still_come_back() -> None:
    assert end_of((News.OPENED, News.LEFT, News.AGREED)) == "returned"
    assert end_of((News.OPENED, News.AGREED, News.LEFT)) == "returned"


@pytest.mark.parametrize(
    ("said", "won", "news"),
    [
        (PaymentState.DONE, 5_300, News.TOOK),
        (PaymentState.PART_CANCELLED, 5_300, News.TOOK),
        (PaymentState.CANCELLED, 5_300, News.TOOK),
        (PaymentState.DONE, 5_299, News.TOOK_OTHER),
        (PaymentState.READY, 5_300, News.WAITING),
        (PaymentState.IN_PROGRESS, 5_300, News.WAITING),
        (PaymentState.ABORTED, 5_300, News.REFUSED),
        (PaymentState.EXPIRED, 5_300, News.EXPIRED),
    ],
)
def test_the_word_of_the_gateway(said: PaymentState, won: int, news: News) -> None:
    assert attempts.news_of(said, said_won=won, owed_won=5_300) is news

"""How far a draft is."""

import pytest

from eok.forms.evaluate import incomplete_pages, pages_asked, place_of, progress
from tests.forms.making import TODAY, question, service

SHOP = service(
    [question("text", "name", "상호")],
    [question("yes_no", "company", "법인인가요?")],
    [question("text", "seal", "법인 도장", when="answers.company")],
    [question("date", "start", "여는 날")],
    minutes=6,
)


def test_pages_are_done_one_by_one() -> None:
    begun = progress(SHOP, {}, TODAY)
    half = progress(SHOP, {"name": "하늘상점", "start": "2026-12-01"}, TODAY)
    done = progress(SHOP, {"name": "하늘상점", "company": False, "start": "2026-12-01"}, TODAY)

    assert (begun.done, begun.left, begun.minutes) == ((), ("page-1", "page-2", "page-4"), 6)
    assert (half.done, half.left, half.minutes) == (("page-1", "page-4"), ("page-2",), 2)
    assert (done.done, done.left, done.minutes) == (("page-1", "page-2", "page-4"), (), 0)


def test_the_first_unfinished_page_is_where_one_goes_on() -> None:
    assert progress(SHOP, {"name": "하늘상점"}, TODAY).first_unfinished == "page-2"
    assert (
        progress(SHOP, {"name": "하늘상점", "company": False, "start": "2026-12-01"}, TODAY).first_unfinished
        is None
    )


def test_a_page_counts_once_something_on_it_is_asked() -> None:
    company = {"name": "하늘상점", "company": True, "start": "2026-12-01"}

    assert list(incomplete_pages(SHOP, company, TODAY)) == ["page-3"]
    assert [page.id for page in pages_asked(SHOP, {})] == ["page-1", "page-2", "page-4"]


@pytest.mark.parametrize("typed", ["하늘\x07상점", "\u202e하늘상점", "읽을 수 있게 된 것"])
def test_what_is_no_answer_yet_leaves_its_page_open(typed: str) -> None:
    answers = {"name": {"typed": {"name": [typed]}}, "company": False, "start": "2026-12-01"}

    assert list(incomplete_pages(SHOP, answers, TODAY)) == ["page-1"]


def test_an_optional_answer_that_is_none_yet_leaves_its_page_open_too() -> None:
    made = service([question("text", "remark", "남길 말", required=False)])

    assert list(incomplete_pages(made, {"remark": {"typed": {"remark": ["\x07"]}}}, TODAY)) == ["page-1"]
    assert list(incomplete_pages(made, {}, TODAY)) == []


def test_a_letter_that_cannot_be_printed_leaves_the_page_of_a_certificate_open() -> None:
    register = {"register": "mail-order", "effect": "open", "names": {"name": "trade_name"}}
    made = service(
        [question("text", "trade_name")], certificate="paper-certificate", register=register, minutes=3
    )
    answers = {"trade_name": "하늘🌤상점"}

    looked = progress(made, answers, TODAY, unprintable=lambda text: "🌤" if "🌤" in text else "")

    assert (looked.left, looked.minutes) == (("page-1",), 3)


def test_where_a_page_stands_in_its_step() -> None:
    last = SHOP.form.pages[3]

    without, with_seal = place_of(SHOP, last, {}), place_of(SHOP, last, {"company": True})

    assert (without.step, without.number, without.of) == ("내용", 3, 3)
    assert (with_seal.number, with_seal.of) == (4, 4)

"""How far a draft is."""

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


def test_where_a_page_stands_in_its_step() -> None:
    last = SHOP.form.pages[3]

    without, with_seal = place_of(SHOP, last, {}), place_of(SHOP, last, {"company": True})

    assert (without.step, without.number, without.of) == ("내용", 3, 3)
    assert (with_seal.number, with_seal.of) == (4, 4)

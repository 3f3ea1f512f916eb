"""민원 처리부 and 관리대장: in their order, by year and department, masked, logged, as pages and as files."""

import pytest

from eok.trail.models import Reading
from tests import affairs
from tests.desk import registers, rooms
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

CASES = "/desk/books/cases/"
FOOD = "/desk/books/food-business/"


def test_the_book_of_cases_stands_in_the_order_of_acceptance() -> None:
    first, second = rooms.accepted(), rooms.accepted()

    shown = rooms.text(rooms.desk(rooms.clerk()).get(CASES))

    assert shown.index(str(first.case_no)) < shown.index(str(second.case_no))
    assert "민원 처리부 2026년 2건" in shown
    assert "김○늘" in shown and "김하늘" not in shown
    assert "민원 처리에 관한 법률 시행규칙 제3조제1항" in shown or "민원처리법 시행규칙 제3조제1항" in shown
    assert Reading.objects.filter(subject="list:book-cases", count=2).exists()


def test_it_holds_only_the_officer_s_departments_and_the_year() -> None:
    rooms.accepted_closure()
    client = rooms.desk(rooms.clerk())

    assert "0건" in rooms.text(client.get(CASES))
    assert "0건" in rooms.text(client.get(f"{CASES}?department=sanitation"))
    assert "1건" in rooms.text(rooms.desk(registers.clerk()).get(CASES))
    assert "0건" in rooms.text(rooms.desk(registers.clerk()).get(f"{CASES}?year=2025"))


def test_the_book_of_a_register_has_the_columns_of_its_law() -> None:
    entries.opened()

    shown = rooms.text(rooms.desk(registers.clerk()).get(f"{FOOD}?year=2024"))

    assert "식품 영업 대장 2024년 1건" in shown
    assert "식품위생법 시행규칙 제42조제9항" in shown and "별지 제33호서식" in shown
    assert "일반음식점" in shown and "02-****-0001" in shown and "김하늘" not in shown
    assert Reading.objects.filter(subject="list:book-food-business", count=1).exists()


def test_as_a_file_it_says_the_same() -> None:
    entries.opened()

    answer = rooms.desk(registers.clerk()).get(f"{FOOD}?year=2024&as=csv")

    text = answer.content.decode("utf-8-sig")
    assert text.startswith("번호,신고일,상호,명의자")
    assert "제2024-0000001호,2024-03-04,하늘식당,김○늘" in text


def test_the_books_are_listed_and_another_s_is_not_there() -> None:
    client = rooms.desk(registers.clerk())

    shown = client.get("/desk/books/").content.decode()

    assert CASES in shown and FOOD in shown and "mail-order" not in shown
    assert client.get("/desk/books/mail-order/").status_code == 404
    assert client.get("/desk/books/nonsense/").status_code == 404


@pytest.mark.parametrize(
    "query", ["?year=0000", "?year=x", "?year=９９９９", "?page=x&department=;", "?year=9999"]
)
def test_nonsense_in_the_address_is_no_fault(query: str) -> None:
    client = rooms.desk(affairs.officer("economy"))

    assert client.get(f"{CASES}{query}").status_code == 200

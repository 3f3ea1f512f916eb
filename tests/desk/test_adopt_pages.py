"""우리 구 사실 채우기: listed by department, filled by one, agreed by another, told to residents without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from eok.accounts.roles import Role
from eok.catalogue import adoption, queries
from tests import affairs
from tests.desk import rooms

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
LIST = "/desk/adopt/"
FEE = f"{LIST}mail-order-report/fee/"
RULE = "서울특별시 서초구 수수료 징수 조례 별표 1"
DAY = {"from_on.year": "2026", "from_on.month": "11", "from_on.day": "23"}
TYPED = {"value": "1,200원", "rule": RULE, "note": "", **DAY}


@pytest.fixture(autouse=True)
def house(state_dir: Path, monday: object) -> Iterator[Path]:
    yield state_dir


def filler() -> Client:
    return rooms.desk(affairs.officer("economy", Role.ADOPTION))


def waiting() -> str:
    """Address of the one value that waits."""
    return f"{LIST}{adoption.waiting()[0].fact.pk}/"


def test_two_people_and_residents_read_the_seat_not_the_name() -> None:
    first, second, resident = filler(), filler(), Client()
    before = rooms.text(resident.get("/services/mail-order-report"))

    asked = rooms.text(first.post(FEE, TYPED, follow=True))
    second.post(waiting(), {"do": "approve", "reason": ""})
    after = rooms.text(resident.get("/services/mail-order-report"))

    assert "다른 사람이 확인하면 써요" in asked
    assert "1,200원" in after
    assert "1,200원" not in before
    assert "일자리경제과 우리 구 사실 담당" in after
    assert RULE in after
    assert "박지훈" not in after


def test_who_filled_it_in_cannot_agree() -> None:
    officer = filler()
    officer.post(FEE, TYPED)

    shown = rooms.text(officer.get(waiting()))
    refused = officer.post(waiting(), {"do": "approve", "reason": ""})

    assert "채운 사람은 확인할 수 없어요" in shown
    assert refused.status_code == 403
    assert queries.get("mail-order-report").fee.won == 0


def test_sending_back_and_undoing_say_why_and_stay_in_the_history() -> None:
    first, second = filler(), filler()
    first.post(FEE, TYPED)
    address = waiting()

    silent = second.post(address, {"do": "refuse", "reason": ""})
    second.post(address, {"do": "refuse", "reason": "별표가 다릅니다"})
    first.post(FEE, TYPED)
    again = waiting()
    second.post(again, {"do": "approve", "reason": ""})
    first.post(again, {"do": "undo", "reason": "조례가 폐지됨"})

    assert silent.status_code == 422
    assert "까닭이 비었거나" in rooms.text(silent)
    assert "별표가 다릅니다" in rooms.text(second.get(address))
    assert "조례가 폐지됨" in rooms.text(second.get(again))
    assert "지금까지 2" in rooms.text(second.get(LIST))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"value": "공짜"}, "숫자로 읽을 수 없습니다"),
        ({"rule": " "}, "근거가 비었거나"),
        ({"from_on.month": "13"}, "날을 읽을 수 없습니다"),
        ({"from_on.year": "0001"}, "첫날이 2000년에서"),
        ({"note": "가" * 301}, "메모가 300자를"),
    ],
)
def test_what_cannot_be_used_is_kept_with_its_sentence(wrong: dict[str, str], sentence: str) -> None:
    answer = filler().post(FEE, {**TYPED, **wrong})

    assert answer.status_code == 422
    assert sentence in rooms.text(answer)
    assert f'value="{RULE}"' in answer.content.decode() or "rule" in wrong
    assert adoption.waiting() == []


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        (f"{LIST}mail-order-report/processing_period/", {"value": "3", "unit": "days"}),
        (f"{LIST}mail-order-report/licence_tax/", {"value": "3"}),
        (f"{LIST}mail-order-report/not_needed/", {"value": "yes"}),
        (f"{LIST}mail-order-report/office/", {"value": "tax"}),
    ],
)
def test_every_kind_of_fact_has_its_question(address: str, typed: dict[str, str]) -> None:
    officer = filler()

    asked = officer.get(address)
    answer = officer.post(address, {**TYPED, **typed})

    assert asked.status_code == 200
    assert answer.status_code == 302
    assert len(adoption.waiting()) == 1


def test_another_department_reads_and_fills_nothing() -> None:
    officer = rooms.desk(affairs.officer("sanitation", Role.ADOPTION))

    shown = rooms.text(officer.get(LIST))
    answer = officer.post(FEE, TYPED)

    assert "통신판매업 신고" in shown
    assert answer.status_code == 403
    assert adoption.waiting() == []


@pytest.mark.parametrize(
    "address", ["999/", "no-such-affair/fee/", "mail-order-report/no.such/", "mail-order-report/papers.0/"]
)
def test_what_is_not_there_is_not_found(address: str) -> None:
    assert filler().get(f"{LIST}{address}").status_code == 404


def test_the_list_goes_into_a_spreadsheet() -> None:
    answer = filler().get(f"{LIST}?as=csv")

    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("부서,민원사무,사실")
    assert any("통신판매업 신고" in line and "수수료" in line for line in lines)

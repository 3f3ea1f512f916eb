"""대장 at the desk: only what the department keeps, masked until somebody says why, every reading logged."""

from datetime import date

import pytest

from eok.certificates import queries as certificates
from eok.licences.details import Details
from eok.trail.models import Reading
from tests import affairs
from tests.desk import registers, rooms
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

LIST = "/desk/licences/"


def listed(query: str = "") -> str:
    return rooms.text(rooms.desk(registers.clerk()).get(f"{LIST}{query}"))


def test_the_list_masks_the_holder_and_is_logged() -> None:
    entries.opened()

    shown = listed()

    assert "하늘식당" in shown and "김○늘" in shown and "김하늘" not in shown
    assert Reading.objects.filter(subject="list:licences", count=1).exists()


def test_another_department_s_register_is_not_there() -> None:
    licence = entries.opened()
    stranger = rooms.desk(affairs.officer("economy"))

    assert "하늘식당" not in rooms.text(stranger.get(LIST))
    assert stranger.get(registers.page(licence)).status_code == 404
    assert stranger.get(f"/desk/unmask/licence/{licence.pk}/").status_code == 404
    assert not Reading.objects.filter(subject=f"licence:{licence.pk}").exists()


@pytest.mark.parametrize("words", ["김하늘", "하늘식당", "제2024-0000001호", "1234567891", " 하늘식당 "])
def test_it_is_found_by_whole_words(words: str) -> None:
    entries.opened()
    entries.opened(name="바다식당", holder="이바다", business_no="999-01-00008")

    shown = listed(f"?q={words}")

    assert "하늘식당" in shown and "바다식당" not in shown


def test_filters_by_state_kind_and_sanction() -> None:
    closed, stopped = entries.opened(name="닫은집"), entries.opened(name="멈춘집")
    entries.opened(name="빵집", kind="제과점")
    entries.happen(closed, "closed")
    entries.stopped(stopped, date(2026, 11, 1), date(2026, 11, 30))

    assert "닫은집" in listed("?state=closed") and "빵집" not in listed("?state=closed")
    assert "멈춘집" in listed("?state=stopped") and "빵집" not in listed("?state=stopped")
    assert "빵집" in listed("?kind=제과점") and "멈춘집" not in listed("?kind=제과점")


@pytest.mark.parametrize(
    "query", ["?state=nonsense&sort=x&register=y&page=zz", "?page=999", "?q=%00", "?page=-1"]
)
def test_nonsense_in_the_address_is_no_fault(query: str) -> None:
    entries.opened()

    assert rooms.desk(registers.clerk()).get(f"{LIST}{query}").status_code == 200


def test_the_file_says_what_the_list_says() -> None:
    entries.opened(name="=cmd()")

    answer = rooms.desk(registers.clerk()).get(f"{LIST}?as=csv")

    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "대장,번호,상호,명의자,영업의 종류,소재지,신고일,상태"
    assert "'=cmd()" in text and "김○늘" in text and "김하늘" not in text


def test_one_entry_is_masked_until_somebody_says_why_and_each_reading_is_logged() -> None:
    licence, client = entries.opened(), rooms.desk(registers.clerk())
    entries.happen(licence, "suspended", Details(reason="김하늘 님의 수리 공사"))

    masked = rooms.text(client.get(registers.page(licence)))
    registers.unmask(client, licence)
    clear = rooms.text(client.get(registers.page(licence)))

    assert "김하늘" not in masked and "김○늘 님의 수리 공사" in masked and "휴업" in masked
    assert "김하늘" in clear
    assert Reading.objects.filter(subject=f"licence:{licence.pk}").count() == 3


def test_the_papers_of_an_entry_stand_with_their_state() -> None:
    paper = certificates.of_case(affairs.completed_mail_order())
    assert paper is not None
    entries.happen(paper.licence, "closed")

    shown = rooms.text(rooms.desk(rooms.clerk()).get(registers.page(paper.licence)))

    assert paper.document_no in shown and "무효" in shown


def test_an_officer_without_registers_is_told_so() -> None:
    shown = rooms.text(rooms.desk(affairs.officer("tax")).get(LIST))

    assert "맡은 대장이 없어요" in shown

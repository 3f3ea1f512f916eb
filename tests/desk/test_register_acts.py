"""행정처분, 취소, 직권말소, 정정: by who decides, after what the law asks for, seen before, done once."""

from datetime import date

import pytest

from eok.licences import queries
from eok.licences.models import LicenceEvent, Sanction
from tests.desk import registers, rooms
from tests.desk.registers import REVOKE, STOP, STRIKE
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_suspension_of_business_is_written_with_all_it_rests_on() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())

    answer = registers.sure(client, licence, "sanctioned", STOP)

    assert answer.status_code == 302
    sanction = Sanction.objects.get(licence=licence)
    assert (sanction.kind, sanction.from_on, sanction.to_on) == (
        "suspension",
        date(2026, 12, 1),
        date(2026, 12, 15),
    )
    line = queries.history(licence)[-1]
    assert (line.law, line.details.document_no) == ("식품위생법 §75①", "위생과-1234")
    assert line.details.heard["heard"] == "hearing" and "유통기한" in line.details.reason
    assert entries.fresh(licence).state == "active"


@pytest.mark.parametrize(
    ("verb", "typed", "state"), [("revoked", REVOKE, "revoked"), ("struck_off", STRIKE, "struck_off")]
)
def test_what_ends_an_entry(verb: str, typed: dict[str, str], state: str) -> None:
    licence = entries.opened()

    registers.sure(rooms.desk(registers.head()), licence, verb, typed)

    now = entries.fresh(licence)
    assert (now.state, now.ended_on) == (state, date(2026, 11, 23))


def test_before_it_is_confirmed_one_sees_what_changes_and_nothing_is_written() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    given = {**REVOKE, **registers.asked(client, licence, "revoked")}

    shown = rooms.text(client.post(registers.page(licence, "revoked"), given))

    assert "‘영업’에서 ‘취소’" in shown and "무효가 되고" in shown and "식품위생법 제75조제1항" in shown
    assert entries.fresh(licence).state == "active"


WRONG = [
    ("revoked", {**REVOKE, "reason": ""}, "까닭이 비어"),
    ("revoked", {**REVOKE, "document_no": ""}, "문서번호가 비어"),
    ("revoked", {**REVOKE, "ground": ""}, "근거 조문을 고르지"),
    ("revoked", {**REVOKE, "ground": "99"}, "근거 조문을 고르지"),
    ("revoked", {**REVOKE, "heard": ""}, "의견을 어떻게"),
    ("revoked", {**REVOKE, "heard": "opinion"}, "청문을 해야"),
    ("revoked", {**REVOKE, "answer_by.day": "5"}, "10일 이상"),
    ("revoked", {**REVOKE, "notified_on.month": "12"}, "오늘보다 뒤"),
    ("revoked", {**REVOKE, "notified_on.day": "x"}, "읽을 수 없습니다"),
    ("revoked", {**REVOKE, "heard": "left_out"}, "사전 통지를 하지 않은 까닭"),
    ("sanctioned", {**STOP, "to_on.month": "11"}, "첫날과 마지막 날"),
    ("sanctioned", {**STOP, "ground": "3"}, "과징금을 원 단위"),
    ("sanctioned", {**STOP, "ground": "3", "won": "2,000,000,000"}, "상한"),
    ("sanctioned", {**STOP, "reason": "가" * 1001}, "너무 길어요"),
    ("struck_off", {**STRIKE, "announced_on.day": "20"}, "10일 이상 예고"),
    ("struck_off", {**STRIKE, "answer_by.day": "30"}, "아직 지나지"),
    ("corrected", {"reason": "오기"}, "바뀐 것이 없습니다"),
]


@pytest.mark.parametrize(("verb", "typed", "words"), WRONG)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    verb: str, typed: dict[str, str], words: str
) -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    content = {f"column.{key}": value for key, value in entries.CONTENT.items()}

    given = {**(content if verb == "corrected" else {}), **typed, **registers.asked(client, licence, verb)}
    answer = client.post(registers.page(licence, verb), given)

    assert answer.status_code == 422
    assert words in rooms.text(answer)
    assert typed["reason"][:20] in answer.content.decode()
    assert LicenceEvent.objects.filter(licence=licence).count() == 1


def test_who_does_not_decide_can_t_even_ask() -> None:
    licence, client = entries.opened(), rooms.desk(registers.clerk())

    entry = rooms.text(client.get(registers.page(licence)))
    answer = client.get(registers.page(licence, "revoked"))

    assert "위임전결에 따라 과장만 할 수 있어요" in entry
    assert answer.status_code == 403
    assert client.post(registers.page(licence, "revoked"), {**REVOKE, "sure": "1"}).status_code == 403
    assert entries.fresh(licence).state == "active"


def test_pressed_twice_is_done_once() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    given = {**STOP, **registers.asked(client, licence, "sanctioned"), "sure": "1"}

    answers = [client.post(registers.page(licence, "sanctioned"), given).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Sanction.objects.filter(licence=licence).count() == 1


def test_of_two_officers_the_second_sees_what_the_first_did() -> None:
    licence = entries.opened()
    first, second = rooms.desk(registers.head()), rooms.desk(registers.head())
    given = {**STOP, **registers.asked(second, licence, "sanctioned"), "sure": "1"}
    registers.sure(first, licence, "revoked", REVOKE)

    answer = second.post(registers.page(licence, "sanctioned"), given)

    shown = rooms.text(answer)
    assert answer.status_code == 409
    assert "그사이 다른 담당자가" in shown and "취소" in shown and "유통기한이 지난" in shown
    assert not Sanction.objects.filter(licence=licence).exists()


def test_a_sanction_is_lifted() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    sanction = entries.stopped(licence, date(2026, 11, 1), date(2026, 12, 31))

    registers.sure(
        client, licence, "sanction_lifted", {"lifts": str(sanction.sequence), "reason": "행정심판 인용"}
    )

    assert Sanction.objects.get().lifted_on == date(2026, 11, 23)
    assert queries.standing(entries.fresh(licence)).label == "영업"


def test_a_clerk_corrects_a_slip_of_the_pen() -> None:
    licence, client = entries.opened(), rooms.desk(registers.clerk())
    content = {f"column.{key}": value for key, value in entries.CONTENT.items()}
    typed = {**content, "column.phone": "02-0000-0007", "reason": "전화번호를 잘못 옮겨 적음"}

    registers.sure(client, licence, "corrected", typed)

    line = queries.history(licence)[-1]
    assert queries.content(entries.fresh(licence))["phone"] == "02-0000-0007"
    assert line.details.content == {"phone": "02-0000-0007"}
    assert line.law == "행정절차법 §25"


def test_a_revocation_that_was_reversed_stands_again() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    registers.sure(client, licence, "revoked", REVOKE)

    registers.sure(client, licence, "reinstated", {"reason": "취소를 취소하는 재결"})

    now = entries.fresh(licence)
    assert (now.state, now.ended_on) == ("active", None)


@pytest.mark.parametrize("verb", ["opened", "closed", "nonsense"])
def test_only_acts_of_the_office_have_a_page(verb: str) -> None:
    licence = entries.opened()

    assert rooms.desk(registers.head()).get(registers.page(licence, verb)).status_code == 404


def test_an_act_the_state_does_not_allow_is_a_plain_page() -> None:
    licence = entries.opened()
    entries.happen(licence, "closed")

    answer = rooms.desk(registers.head()).get(registers.page(licence, "revoked"))

    assert answer.status_code == 409
    assert "지금 폐업 상태" in rooms.text(answer)


@pytest.mark.parametrize("typed", [{"seen": "abc"}, {"seen": "9" * 30}, {"token": "x"}, {}])
def test_a_spoiled_form_writes_nothing(typed: dict[str, str]) -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())
    given = {**STOP, **registers.asked(client, licence, "sanctioned"), **typed, "sure": "1"}
    if not typed:
        given.pop("token")

    answer = client.post(registers.page(licence, "sanctioned"), given)

    assert answer.status_code in (409, 422)
    assert not Sanction.objects.exists()


def test_a_correction_shows_nothing_before_somebody_said_why() -> None:
    licence, client = entries.opened(), rooms.desk(registers.head())

    asked = client.get(registers.page(licence, "corrected"))
    tried = client.post(registers.page(licence, "corrected"), {"reason": "오기"})

    assert asked.status_code == 302 and f"/desk/unmask/licence/{licence.pk}/" in asked["Location"]
    assert tried.status_code == 409 and "김하늘" not in rooms.text(tried)
    assert LicenceEvent.objects.filter(licence=licence).count() == 1

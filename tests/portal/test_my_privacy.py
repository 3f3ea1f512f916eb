"""내 정보: every look at anything of mine, and demands with their number, day and document; nobody else's."""

import pytest
from django.contrib.sessions.backends.db import SessionStore

from eok.accounts import sessions
from eok.privacy.actions.answer import Answer, answer
from eok.privacy.models import DisclosureEvent, DisclosureRequest
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act
from eok.trail.models import Reading
from tests import affairs
from tests.desk import rooms
from tests.portal.walking import signed_in
from tests.privacy import demanding

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

READINGS, ASK = "/my/privacy/readings/", "/my/privacy/ask/"


def test_looks_at_all_of_ones_cases_stand_together_with_what_was_done() -> None:
    officer, case = rooms.clerk(), rooms.accepted()
    person = case.application.person
    rooms.unmasked(officer, case)
    rooms.desk(officer).get(rooms.page(case))
    record_reading(reader_kind="system", reader="eok", subject=f"case:{case.pk}",
                   purpose="행정정보 공동이용 조회: 사업자등록증명", act=Act.LOOK_UP)  # fmt: skip

    shown = rooms.text(signed_in(person)[0].get(READINGS))

    assert f"통신판매업 신고 {case.case_no}" in shown
    assert "가림을 풀고 봄 가림 풀기: 신청 내용과 서류 심사" in shown
    assert "자동 통신판매업 신고" in shown and "다른 기관에 조회함" in shown
    assert "일자리경제과 박지훈 주무관" in shown


def test_looks_at_others_are_not_among_them() -> None:
    case = rooms.accepted()
    rooms.desk(rooms.clerk()).get(rooms.page(case))

    shown = rooms.text(signed_in(affairs.person("이서준"))[0].get(READINGS))

    assert "아직 아무도 열어 보지 않았어요" in shown


@pytest.mark.parametrize("page", ["", "2", "0", "-1", "x", "999999999999", "٣"])
def test_the_list_has_pages_whatever_is_typed(page: str) -> None:
    case = rooms.accepted()
    for _ in range(60):
        record_reading(reader_kind="system", reader="eok", subject=f"case:{case.pk}", purpose="점검")
    client, _ = signed_in(case.application.person)

    assert client.get(f"{READINGS}?page={page}").status_code == 200
    assert client.get(f"{READINGS}?as=csv").content.decode().count("점검") == 60


def test_a_demand_gets_its_number_and_day() -> None:
    client, _ = signed_in()

    answered = client.post(
        ASK, {"kind": "access", "scope": ["items", "readings"], "receive": "portal"}, follow=True
    )

    shown = rooms.text(answered)
    assert "열람-2026-000001" in shown and "12월 3일(목)까지 알려요" in shown
    assert "열람-2026-000001" in rooms.text(client.get("/my/privacy/"))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "무엇을 요구하는지 골라"),
        ({"kind": "access", "receive": "portal"}, "하나 이상 골라"),
        ({"kind": "access", "scope": ["all"], "receive": "portal"}, "하나 이상 골라"),
        ({"kind": "erase", "receive": "portal"}, "무엇을 어떻게 고치거나"),
        ({"kind": "access", "scope": ["items"], "receive": "pigeon"}, "어떻게 받을지"),
        ({"kind": "erase", "words": "가" * 1001, "receive": "portal"}, "너무 길어요"),
    ],
)
def test_what_is_lacking_is_said_and_what_was_typed_stays(given: dict[str, object], told: str) -> None:
    page = signed_in()[0].post(ASK, given)

    assert page.status_code == 422
    assert told in rooms.text(page)
    assert str(given.get("words", "")) in page.content.decode()
    assert not DisclosureRequest.objects.exists()


def test_the_answer_waits_among_my_duties_and_its_saving_is_kept() -> None:
    client, person = signed_in()
    row = demanding.demanded(person)
    answer(request_id=row.pk, given=Answer(demanding.ALL), by=demanding.keeper())

    assert "개인정보 열람 요구에 답이 왔어요" in rooms.text(client.get("/my/"))
    file = client.get(f"/my/privacy/{row.pk}/answer.pdf")

    assert file.content.startswith(b"%PDF")
    assert DisclosureEvent.objects.filter(request=row, verb="fetched").count() == 1
    assert Reading.objects.get(subject=f"disclosure:{row.pk}").act == Act.SAVE
    assert "답이 왔어요" not in rooms.text(client.get("/my/"))


def test_long_after_signing_in_one_proves_anew_who_one_is() -> None:
    client, person = signed_in()
    row = demanding.demanded(person)
    answer(request_id=row.pk, given=Answer(demanding.ALL), by=demanding.keeper())
    store = SessionStore(client.cookies["eok_session"].value)
    store[sessions.PERSON] = {**store[sessions.PERSON], "since": store[sessions.PERSON]["since"] - 601}
    store.save()

    asked = client.get(f"/my/privacy/{row.pk}/answer.pdf")

    assert (asked.status_code, asked["Location"]) == (302, f"/my/privacy/{row.pk}/#prove")
    assert not DisclosureEvent.objects.filter(verb="fetched").exists()


@pytest.mark.parametrize("name", ["", "answer.pdf"])
def test_another_persons_demand_reads_as_none(name: str) -> None:
    row = demanding.demanded(affairs.person())

    page = signed_in(affairs.person("이서준"))[0].get(f"/my/privacy/{row.pk}/{name}")

    assert page.status_code == 404
    assert row.request_no not in page.content.decode()

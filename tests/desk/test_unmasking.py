"""가림 풀기: a purpose is asked, the act is kept before anything stands in clear, and it ends by itself."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from eok.casework.models import Case
from eok.core import clock, sealed
from eok.trail.actions.unmask import words_context
from eok.trail.acts import Act
from eok.trail.models import Reading, Unmasking
from tests import affairs
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.portal.walking import signed_in

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def address(case: Case) -> str:
    return f"/desk/unmask/case/{case.pk}/"


def test_the_purpose_is_kept_with_who_what_why_and_until_when() -> None:
    officer, case = rooms.clerk(), rooms.accepted()
    client = rooms.desk(officer)

    client.post(address(case), {"purpose": "audit", "words": "11월 표본 점검"})

    row = Unmasking.objects.select_related("reading").get()
    said = row.reading
    assert (said.subject, said.reader, said.act) == (f"case:{case.pk}", str(officer.pk), Act.UNMASK)
    assert (said.department, said.address) == ("economy", "127.0.0.*")
    assert (row.purpose, row.law, row.until) == (
        "audit",
        "개인정보 보호법 §29",
        WORKDAY + timedelta(minutes=30),
    )
    assert "표본" not in bytes(row.words).decode("latin-1")
    assert sealed.unseal(row.wrapped_key, row.words, context=words_context(row)) == "11월 표본 점검"


def test_a_link_alone_shows_nothing() -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    client.get(address(case) + "?purpose=review")

    assert "신고인 김○늘" in rooms.text(client.get(rooms.page(case)))
    assert not Unmasking.objects.exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"purpose": ""}, "무엇 때문에 보는지 골라 주세요"),
        ({"purpose": "nosy"}, "무엇 때문에 보는지 골라 주세요"),
        ({"purpose": "other", "words": " "}, "이 까닭은 한 줄로 적어 주세요"),
        ({"purpose": "review", "words": "가" * 301}, "너무 길어요"),
    ],
)
def test_without_a_purpose_everything_stays_hidden(given: dict[str, str], told: str) -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    page = client.post(address(case), given)

    assert page.status_code == 422
    assert told in rooms.text(page)
    assert given.get("words", "").strip() in page.content.decode()
    assert "신고인 김○늘" in rooms.text(client.get(rooms.page(case)))


def test_it_holds_for_this_case_only() -> None:
    officer, first, other = rooms.clerk(), rooms.accepted(), rooms.accepted()
    client = rooms.unmasked(officer, first)

    assert "신고인 김하늘" in rooms.text(client.get(rooms.page(first)))
    assert "신고인 김○늘" in rooms.text(client.get(rooms.page(other)))
    assert "신고인 김○늘" in rooms.text(rooms.desk(officer).get(rooms.page(first)))


def test_it_ends_after_its_minutes_and_by_a_button() -> None:
    case = rooms.accepted()
    client = rooms.unmasked(rooms.clerk(), case)

    with clock.freeze(WORKDAY + timedelta(minutes=29)):
        assert "가림을 푼 상태" in rooms.text(client.get(rooms.page(case)))
    with clock.freeze(WORKDAY + timedelta(minutes=31)):
        assert "신고인 김○늘" in rooms.text(client.get(rooms.page(case)))
    client.post(address(case), {"purpose": "review"})
    client.post(address(case) + "cover/")
    assert "신고인 김○늘" in rooms.text(client.get(rooms.page(case)))


def test_a_case_of_another_department_cannot_be_opened() -> None:
    rooms.clerk()
    closure = affairs.closure(affairs.person())

    page = rooms.desk(rooms.clerk()).post(address(closure), {"purpose": "review"})

    assert page.status_code == 404
    assert not Unmasking.objects.exists()


@pytest.mark.parametrize("where", ["case/none", "licence/none", "list/none", "house/1"])
def test_what_is_not_there_is_not_found(where: str) -> None:
    assert rooms.desk(rooms.clerk()).get(f"/desk/unmask/{where}/").status_code == 404


def test_papers_and_the_form_ask_first_and_then_open() -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    asked = client.get(rooms.page(case, "form.pdf"))
    opened = client.post(
        asked["Location"].partition("?")[0], {"purpose": "review", "next": rooms.page(case, "form.pdf")}
    )

    assert asked["Location"].startswith(address(case))
    assert opened["Location"] == rooms.page(case, "form.pdf")
    assert client.get(opened["Location"]).content.startswith(b"%PDF")


def test_the_way_on_stays_at_the_desk() -> None:
    case = rooms.accepted()

    answer = rooms.desk(rooms.clerk()).post(
        address(case), {"purpose": "review", "next": "//evil.example/desk/"}
    )

    assert answer["Location"] == rooms.page(case)


def test_names_leave_in_a_file_only_after_the_act_and_each_case_tells_it() -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())
    wanted = "/desk/cases/?as=csv&names=clear"

    asked = client.get(wanted)
    client.post("/desk/unmask/list/cases/", {"purpose": "other", "words": "발송 명단"})
    file = client.get(wanted).content.decode()

    assert asked["Location"].startswith("/desk/unmask/list/cases/")
    assert "김하늘" in file
    assert "김하늘" not in client.get("/desk/cases/?as=csv").content.decode()
    assert Reading.objects.filter(subject=f"case:{case.pk}", act=Act.EXPORT).count() == 1


@pytest.mark.parametrize("name", ["", "decide/", "supplement/", "form.pdf"])
def test_what_cannot_be_logged_is_not_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = rooms.accepted()
    client = rooms.unmasked(rooms.clerk(), case)
    affairs.review_all(case, rooms.clerk())

    monkeypatch.setattr("eok.trail.actions.record_reading.insert", full_disk)
    page = client.get(rooms.page(case, name))

    assert page.status_code == 503
    assert "김하늘" not in page.content.decode()
    assert "저장할 수 없습니다" in rooms.text(page)


def test_without_a_record_nothing_is_unmasked(monkeypatch: pytest.MonkeyPatch) -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    with monkeypatch.context() as broken:
        broken.setattr("eok.trail.actions.record_reading.insert", full_disk)
        refused = client.post(address(case), {"purpose": "review"})

    assert refused.status_code == 503
    assert "신고인 김○늘" in rooms.text(client.get(rooms.page(case)))


def test_the_resident_sees_the_act_and_its_purpose() -> None:
    case = rooms.accepted()
    rooms.unmasked(rooms.clerk(), case)

    client, _ = signed_in(case.application.person)

    assert "가림 풀기: 신청 내용과 서류 심사" in rooms.text(client.get(f"/my/cases/{case.pk}/readings/"))


def full_disk(row: object, **_: object) -> None:
    raise DatabaseError("database or disk is full")

"""`/desk/rights/`: seen by who has to do with rights, given and ended there, gone through, taken as a file."""

import re

import pytest
from django.test import Client

from eok.accounts.models import Grant, GrantEnd, Officer, RightsReview
from eok.accounts.roles import Role
from tests.accounts.officers import came_in, made
from tests.accounts.response import Response

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

TYPED = {
    "login": "hana", "role": "team_lead", "department": "economy", "service": "",
    "from_on.year": "2026", "from_on.month": "11", "from_on.day": "23",
    "to_on.year": "2027", "to_on.month": "5", "to_on.day": "31", "reason": "직무대리", "document_no": "총무과-7",
}  # fmt: skip


@pytest.fixture
def at_desk(client: Client, officer: Officer) -> Client:
    """An operator who came in; beside them stands `officer`, hana."""
    came_in(client, made("oper", Role.OPERATOR, department="civil_service"))
    return client


def text(page: Response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_an_ordinary_officer_is_told_where_to_look(client: Client, officer: Officer) -> None:
    came_in(client, officer)

    page = client.get("/desk/rights/")

    assert page.status_code == 403
    assert "로그인한 곳" in text(page)


def test_a_right_is_given_and_read_back(at_desk: Client) -> None:
    sent = at_desk.post("/desk/rights/new/", TYPED)

    page = text(at_desk.get(sent["Location"]))
    assert sent.status_code == 302
    assert all(word in page for word in ("직무대리", "총무과-7", "팀장", "2027년 5월 31일", "쓰는 중"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("login", "nobody"), ("role", "king"), ("department", "x"), ("to_on.day", "99"), ("reason", "")],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_stays(
    at_desk: Client, name: str, value: str
) -> None:
    page = at_desk.post("/desk/rights/new/", TYPED | {name: value})

    html = page.content.decode()
    assert page.status_code == 422
    assert f'id="{name.split(".")[0]}-error"' in html
    assert 'value="총무과-7"' in html
    assert Grant.objects.count() == 2


def test_ones_own_is_refused_with_a_sentence(at_desk: Client) -> None:
    page = at_desk.post("/desk/rights/new/", TYPED | {"login": "oper"})

    assert page.status_code == 403
    assert "스스로" in text(page)


def test_a_right_is_taken_back_with_a_reason(at_desk: Client, officer: Officer) -> None:
    held = Grant.objects.get(officer=officer)
    without = at_desk.post(f"/desk/rights/{held.pk}/end/", {"reason": ""})
    sent = at_desk.post(f"/desk/rights/{held.pk}/end/", {"reason": "전출"})

    assert (without.status_code, sent.status_code) == (422, 302)
    assert GrantEnd.objects.get().reason == "전출"
    assert "전출" in text(at_desk.get(f"/desk/rights/{held.pk}/"))
    assert "권한 1개" in text(at_desk.get("/desk/rights/"))


def test_the_head_of_a_department_sees_only_its_rights(client: Client, officer: Officer) -> None:
    elsewhere = made("elsewhere", department="sanitation")
    came_in(client, made("head", Role.DEPARTMENT_HEAD))

    page = text(client.get("/desk/rights/"))
    other = Grant.objects.get(officer=elsewhere)

    assert "위생과" not in page
    assert client.get(f"/desk/rights/{other.pk}/").status_code == 404


def test_the_list_is_a_file_too(at_desk: Client) -> None:
    file = at_desk.get("/desk/rights/?as=csv&all=1")

    lines = file.content.decode("utf-8-sig").splitlines()
    assert file["Content-Type"].startswith("text/csv")
    assert lines[0].startswith("직원,아이디,맡은 일")
    assert len(lines) == 1 + Grant.objects.count()


def test_a_review_is_written_down(at_desk: Client) -> None:
    empty = at_desk.post("/desk/rights/review/", {"note": " "})
    at_desk.post("/desk/rights/review/", {"note": "두 사람 모두 맞음"})

    assert empty.status_code == 422
    assert RightsReview.objects.get().held == 2
    assert "두 사람 모두 맞음" in text(at_desk.get("/desk/rights/review/"))


def test_a_waiting_operator_shows_a_button_for_another(at_desk: Client) -> None:
    sent = at_desk.post("/desk/rights/new/", TYPED | {"role": "operator"})
    own = at_desk.post(f"{sent['Location']}confirm/")
    second = Client()
    came_in(second, made("second", Role.OPERATOR))

    agreed = second.post(f"{sent['Location']}confirm/")

    assert (own.status_code, agreed.status_code) == (403, 302)
    assert "쓰는 중" in text(at_desk.get(sent["Location"]))

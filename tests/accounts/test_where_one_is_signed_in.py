"""로그인한 곳: one sees one's own browsers and ends the others; officers have at most three."""

import re

import pytest
from django.test import Client

from eok.accounts.models import Officer, SignInRecord
from eok.accounts.sessions import FRESH_SECONDS, MOST_OF_AN_OFFICER
from eok.core import outbox
from eok.gate.models import Stay
from eok.gate.sweep import JOB
from tests.accounts.officers import PASSWORD, code, give_code, give_password
from tests.accounts.walk import came_back, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import chosen

pytestmark = pytest.mark.django_db(databases="__all__")

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def enter(officer: Officer) -> Client:
    """One more browser; each with a code of its own, for a code counts once."""
    browser = Client(HTTP_USER_AGENT=FIREFOX)
    Officer.objects.filter(pk=officer.pk).update(last_counter=0)
    give_password(browser, officer.login)
    assert give_code(browser, code()).status_code == 302
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/desk/").status_code == 200


def test_an_officer_sees_each_browser_and_which_is_this_one(officer: Officer) -> None:
    enter(officer)
    here = enter(officer)

    page = here.get("/desk/sessions/").content.decode()

    assert page.count("Firefox · Windows") == 2
    assert page.count("지금 이 화면") == 1
    assert "담당자" in page


def test_all_others_are_ended_and_this_one_stays(officer: Officer) -> None:
    other, here = enter(officer), enter(officer)

    here.post("/desk/sessions/", {"present": PASSWORD})

    assert (is_in(other), is_in(here)) == (False, True)
    assert "다른 1곳에서 로그아웃했어요" in here.get("/desk/sessions/").content.decode()
    assert SignInRecord.objects.filter(how="ended_others").count() == 1


def test_none_is_ended_without_the_password(officer: Officer) -> None:
    other, here = enter(officer), enter(officer)

    answer = here.post("/desk/sessions/", {"present": "남의 자리에 앉은 사람"})

    assert answer.status_code == 422
    assert "지금 비밀번호가 맞지 않습니다" in answer.content.decode()
    assert (is_in(other), is_in(here)) == (True, True)


def test_an_officer_who_opens_one_too_many_leaves_the_first(officer: Officer) -> None:
    browsers = [enter(officer) for _ in range(MOST_OF_AN_OFFICER + 1)]

    assert [is_in(one) for one in browsers] == [False] + [True] * MOST_OF_AN_OFFICER


def test_somebody_elses_browsers_are_neither_seen_nor_ended(
    client: Client, provider: Running, officer: Officer
) -> None:
    at_desk = enter(officer)
    signed_in(client, provider)
    another = Client()
    signed_in(another, provider, "demo-harin")

    client.post("/my/sessions/")

    page = client.get("/my/sessions/").content.decode()
    assert re.search("로그인한 곳 1곳", page)
    assert another.get("/my/").status_code == 200
    assert is_in(at_desk)


def test_a_resident_ends_the_others_too(client: Client, provider: Running) -> None:
    phone = Client()
    signed_in(phone, provider)
    signed_in(client, provider)

    client.post("/my/sessions/")

    assert (phone.get("/my/").status_code, client.get("/my/").status_code) == (302, 200)


def test_a_resident_who_came_in_long_ago_proves_it_first(client: Client, provider: Running) -> None:
    phone = Client()
    signed_in(phone, provider)
    signed_in(client, provider)
    session = client.session
    session["person"] = {**session["person"], "since": session["person"]["since"] - FRESH_SECONDS - 1}
    session.save()

    asked = client.post("/my/sessions/")

    assert asked["Location"].startswith("http")
    assert phone.get("/my/").status_code == 200
    came_back(client, chosen(provider.http, asked["Location"], "demo-hong"))
    client.post("/my/sessions/")
    assert phone.get("/my/").status_code == 302


def test_what_ended_is_forgotten(officer: Officer) -> None:
    gone = enter(officer)
    enter(officer)
    gone.post("/desk/sign-out/")

    outbox.handlers()[JOB]({"version": 1})

    assert Stay.objects.count() == 1


def test_nobody_sees_it_without_being_in(client: Client) -> None:
    assert client.get("/desk/sessions/").status_code == 302
    assert client.get("/my/sessions/").status_code == 302

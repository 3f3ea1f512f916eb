"""나의 민원: what I must do first, the statutory time as a bar, what I was told, and no question per row."""

import re
from contextlib import ExitStack
from datetime import datetime

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from eok.accounts.models import Person
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.core import clock
from tests import affairs
from tests.portal.walking import signed_in, text

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

SAVE, PRINT = "certificate.pdf", "certificate-print.pdf"


def duties_of(page: str) -> str:
    """The part of the page above the open cases."""
    return page[: page.index("진행 중")]


def used(page: str) -> list[str]:
    return re.findall(r'<progress class="bar" value="(\d+)"', page)


@pytest.mark.parametrize("way", [SAVE, PRINT])
def test_a_certificate_waits_first_until_it_was_fetched(way: str) -> None:
    case = affairs.completed_mail_order()
    client, _ = signed_in(case.application.person)

    before = text(client.get("/my/"))
    client.get(f"/my/cases/{case.pk}/{way}")
    after = text(client.get("/my/"))

    assert "통신판매업 신고증을 받아 주세요" in duties_of(before)
    assert f'href="/my/cases/{case.pk}/{SAVE}"' in duties_of(before)
    assert "받아 주세요" not in after
    assert f'href="/my/cases/{case.pk}/"' in after and f'href="/my/cases/{case.pk}/{SAVE}"' in after


def test_owed_tax_waits_first() -> None:
    case = affairs.granted_mail_order()
    client, _ = signed_in(case.application.person)

    assert "통신판매업 신고 등록면허세를 내 주세요" in duties_of(text(client.get("/my/")))


def test_the_bar_counts_working_time_only() -> None:
    client, person = signed_in()
    affairs.mail_order(person)  # Monday 14:00, three days: 24 working hours
    affairs.work()

    with clock.freeze(datetime.fromisoformat("2026-11-23T18:00:00+09:00")):
        evening = text(client.get("/my/"))
    with clock.freeze(datetime.fromisoformat("2026-11-24T09:00:00+09:00")):
        morning = text(client.get("/my/"))

    assert used(evening) == used(morning) == ["17"]
    assert "쓴 시간 4시간, 남은 시간 20시간" in morning


def test_the_bar_stands_while_the_office_waits_for_me() -> None:
    client, person = signed_in()
    case, clerk = affairs.mail_order(person), affairs.officer("economy")
    affairs.work()
    wanted = [Wanted("question", "trade_name", "상호", "상호가 달라요.")]
    request_supplement(case_id=case.pk, wanted=wanted, days=7, by=clerk)

    asked = text(client.get("/my/"))
    with clock.freeze(datetime.fromisoformat("2026-11-26T18:00:00+09:00")):
        later = text(client.get("/my/"))

    assert used(asked) == used(later) and len(used(asked)) == 1
    assert "통신판매업 신고에 고칠 곳이 있어요" in duties_of(asked)
    assert "11월 30일(월)까지 내면 돼요" in duties_of(asked)


def test_what_i_was_told_last_stands_below() -> None:
    client, person = signed_in()
    affairs.mail_order(person)
    affairs.work()

    page = text(client.get("/my/"))

    assert page.index("보낸 알림") < page.index("<strong>접수했어요</strong>")


def test_a_longer_list_asks_no_more_questions() -> None:
    one, three = affairs.person(), affairs.person("이대서")
    for person, number in ((one, 1), (three, 3)):
        for _ in range(number):
            asked_of(person)

    assert questions(three) == questions(one) > 5


def asked_of(person: Person) -> None:
    """Two open cases: one in work, one that waits for the person."""
    affairs.closure(person)
    case: Case = affairs.mail_order(person)
    affairs.work()
    wanted = [Wanted("question", "trade_name", "상호", "상호가 달라요.")]
    request_supplement(case_id=case.pk, wanted=wanted, days=7, by=affairs.officer("economy"))


def questions(person: Person) -> int:
    client, _ = signed_in(person)
    client.get("/my/")
    with ExitStack() as watched:
        asked = [watched.enter_context(CaptureQueriesContext(c)) for c in connections.all()]
        assert client.get("/my/").status_code == 200
    return sum(map(len, asked))

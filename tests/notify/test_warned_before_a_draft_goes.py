"""Five days before a draft goes its owner is told, once, by message and at 나의 민원; saved again it stays."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings

from eok.applications.actions.save import save_answers
from eok.applications.actions.warn import warn_of_end
from eok.applications.models import Draft
from eok.core import clock
from eok.core.models import Job
from eok.core.outbox import worker
from tests import affairs
from tests.conftest import WORKDAY
from tests.portal import walking
from tests.simulators.fixtures import _sms_process, sms
from tests.simulators.process import SECRET, Running

__all__ = ["_sms_process", "sms"]
pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
HTTP_SMS = "eok.linkage.adapters.http_sms.Gateway"


@pytest.fixture
def begun(sms: Running, settings: LazySettings) -> Iterator[Draft]:
    settings.EOK_SMS, settings.EOK_SMS_URL, settings.EOK_SMS_SECRET = HTTP_SMS, sms.url, SECRET
    with clock.freeze(WORKDAY):
        yield affairs.draft(walking.CLOSURE, {}, affairs.person())


def warned(after_days: int, hours: int = 0) -> None:
    """The recurring job and the worker, so long after the draft was saved."""
    with clock.freeze(WORKDAY + timedelta(days=after_days, hours=hours)):
        warn_of_end({})
        worker.drain()


def inbox(sms: Running) -> str:
    return sms.http.get("/").text


def test_it_is_told_once_in_the_last_five_days(begun: Draft, sms: Running) -> None:
    for day in (24, 25, 25, 26):
        warned(day)

    assert inbox(sms).count("<article") == 1
    assert "2026년 12월 23일(수)까지만 남아 있어요" in inbox(sms)


def test_nobody_is_woken(begun: Draft) -> None:
    warned(26, hours=9)

    assert Draft.objects.get().warned_for is None and not Job.objects.exists()


def test_one_that_was_saved_again_is_not_told_and_is_warned_of_anew_later(begun: Draft, sms: Running) -> None:
    with clock.freeze(WORKDAY + timedelta(days=26)):
        warn_of_end({})
        save_answers(
            draft_id=begun.pk, answers={"reason": "moving"}, revision=0, visited=None, by=begun.person
        )
        worker.drain()
    silent = inbox(sms).count("<article")
    warned(52)

    assert (silent, inbox(sms).count("<article")) == (0, 1)


def test_my_page_says_it_and_one_press_keeps_it(begun: Draft) -> None:
    client, _ = walking.signed_in(begun.person)
    with clock.freeze(WORKDAY + timedelta(days=27)):
        walking.come_in(client, begun.person)
        page = walking.text(client.get("/my/"))
        client.post(f"/drafts/{begun.pk}/keep/")
        kept = walking.text(client.get("/my/"))

    assert "작성하던 식품 영업 폐업신고가 3일 뒤에 지워져요" in page and "더 보관하기" in page
    assert Draft.objects.get().expires_on == (WORKDAY + timedelta(days=57)).date()
    assert "뒤에 지워져요" not in kept

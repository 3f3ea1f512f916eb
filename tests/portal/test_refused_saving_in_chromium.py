"""Saving while typing is refused: the page says why where one types, and nothing typed is lost."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from eok.applications import drafts
from eok.applications.models import Draft
from tests.axe import violations
from tests.portal import walking
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]
NOTICE = "[data-save-notice]"


def typed(page: Page, words: str) -> None:  # noqa: F811
    page.get_by_label("상호").fill(words)
    page.get_by_label("상호").blur()


def trade_name(draft: Draft) -> object:
    return drafts.read(Draft.objects.get(pk=draft.pk)).answers.get("trade_name")


def test_a_session_that_ended_is_told_and_typing_goes_on_after_signing_in(page: Page, portal: str) -> None:  # noqa: F811
    client, person = walking.signed_in()
    draft = walking.begun(client)
    lend_session(client, page, portal)
    page.goto(walking.page_url(draft, "business"))
    Session.objects.all().delete()

    typed(page, "하늘상점")

    expect(page.locator(NOTICE)).to_contain_text("로그인이 끝났어요. 마지막으로 저장한 것까지 남아 있어요.")
    expect(page.locator("#announcer")).to_contain_text("로그인이 끝났어요.")
    expect(page.get_by_label("상호")).to_have_value("하늘상점")
    assert violations(page) == []
    walking.come_in(client, person)
    lend_session(client, page, portal)
    typed(page, "하늘상점 2")
    expect(page.locator(NOTICE)).to_be_empty()
    assert trade_name(draft) == "하늘상점 2"


def test_another_device_that_was_faster_is_told_and_next_shows_both(page: Page, portal: str) -> None:  # noqa: F811
    client, person = walking.signed_in()
    draft = walking.begun(client)
    lend_session(client, page, portal)
    page.goto(walking.page_url(draft, "business"))
    desk, _ = walking.signed_in(person)
    walking.sent(desk, draft, "business", trade_name="책상상점")

    typed(page, "전화상점")

    expect(page.locator(NOTICE)).to_contain_text("다른 기기나 창에서 이 신청을 먼저 고쳤어요.")
    expect(page.locator("#announcer")).to_contain_text("먼저 고쳤어요.")
    assert trade_name(draft) == "책상상점" and violations(page) == []
    page.get_by_role("button", name="다음").click()
    expect(page.get_by_role("region", name="어느 것으로 할까요?")).to_contain_text("책상상점")
    expect(page.get_by_label("상호")).to_have_value("전화상점")

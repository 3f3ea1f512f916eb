"""우리 구 사실 채우기, usable by everyone on a desk and on a phone."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from eok.accounts.roles import Role
from tests import affairs
from tests.axe import faults
from tests.desk import rooms
from tests.krds.places import STATE
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_filled_in_by_one_and_agreed_to_by_another(
    page: Page,  # noqa: F811
    portal: str,  # noqa: F811
    width: int,
    state_dir: Path,
    monday: object,
) -> None:
    if not (settings.EOK_STATE_DIR / "static").exists():
        (settings.EOK_STATE_DIR / "static").symlink_to(STATE / "static")
    page.set_viewport_size({"width": width, "height": 900})
    lend_session(rooms.desk(affairs.officer("economy", Role.ADOPTION)), page, portal)
    page.goto("/desk/adopt/")
    wrong = faults(page)
    page.get_by_role("link", name=re.compile(r"^채우기\s*: 통신판매업 신고 수수료$")).click()
    page.get_by_label("수수료").fill("공짜")
    page.get_by_role("button", name="채우기").click()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.get_by_label("수수료")).to_have_value("공짜")
    wrong += faults(page)
    page.get_by_label("수수료").fill("1200")
    page.get_by_label("근거").fill("수수료 조례 별표 1")
    page.get_by_role("button", name="채우기").click()
    expect(page.get_by_role("heading", name="확인을 기다리는 값 1")).to_be_visible()
    lend_session(rooms.desk(affairs.officer("economy", Role.ADOPTION)), page, portal)
    page.get_by_role("link", name=re.compile(r"^보기\s*: 통신판매업 신고 수수료")).click()
    wrong += faults(page)
    page.get_by_role("button", name="확인하기").click()
    expect(page.get_by_role("heading", name="지금까지 1")).to_be_visible()
    wrong += faults(page)

    assert wrong == []

"""Paying in a browser: leave, give up, pay again, an answer that gets lost; by keyboard and without scripts too."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from eok.casework.models import Case
from eok.payments.models import FeeEntry, FeeOrder
from tests import affairs
from tests.axe import violations
from tests.desk.rooms import desk
from tests.payments.conftest import _payments_process, fees, gateway, owing, payments, receiver
from tests.payments.fee_house import taken
from tests.portal.chromium import lend_session, page, portal
from tests.portal.walking import signed_in
from tests.simulators.process import Running

__all__ = ["_payments_process", "fees", "gateway", "owing", "page", "payments", "portal", "receiver"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]
ALBUM = os.environ.get("FEE_ALBUM", "")
"""A folder for pictures of what was seen."""


def looked_at(page: Page, name: str) -> None:
    """No axe violation, no sideways scrolling at 360 px."""
    page.wait_for_load_state()
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)
    assert violations(page) == [], name
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, name


@pytest.fixture
def resident(page: Page, portal: str, owing: Case) -> Page:
    lend_session(signed_in(owing.application.person)[0], page, portal)
    return page


def test_given_up_then_paid_and_an_answer_that_got_lost(
    resident: Page, portal: str, gateway: Running, owing: Case, settings: Settings
) -> None:
    resident.goto(f"/drafts/{owing.application.draft_id}/done/")
    looked_at(resident, "done")
    resident.get_by_role("link", name="지금 내기").click()
    looked_at(resident, "owed")
    resident.get_by_role("button", name="지금 내기").click()
    expect(resident).to_have_title("시험용 결제 (시험용)")
    looked_at(resident, "checkout")
    resident.get_by_role("button", name="취소하고 돌아가기").click()
    expect(resident.get_by_text("결제를 그만두었어요")).to_be_visible()
    looked_at(resident, "left")

    gateway.control(mode="drop", on="confirm")
    resident.get_by_role("button", name="지금 내기").click()
    resident.get_by_role("button", name="5,300원 결제하기").click()
    expect(resident.get_by_role("heading", name="결제를 확인하고 있어요")).to_be_visible()
    looked_at(resident, "checking")
    gateway.control(mode="ok")
    resident.get_by_role("button", name="다시 확인").click()
    expect(resident.get_by_role("heading", name="수수료를 냈어요")).to_be_visible()
    looked_at(resident, "paid")
    resident.get_by_role("link", name="영수증 보기").click()
    looked_at(resident, "receipt")

    assert FeeOrder.objects.get().state == "paid"
    assert FeeEntry.objects.count() == 1
    assert taken(gateway) == 5_300
    resident.goto(f"/my/cases/{owing.pk}/")
    looked_at(resident, "case")


def test_without_scripts_by_keyboard_alone(
    chromium: Browser, portal: str, gateway: Running, owing: Case
) -> None:
    context = chromium.new_context(base_url=portal, locale="ko-KR", java_script_enabled=False)
    page = context.new_page()
    lend_session(signed_in(owing.application.person)[0], page, portal)

    page.goto(f"/my/cases/{owing.pk}/fee/")
    page.get_by_role("button", name="지금 내기").press("Enter")
    page.get_by_role("button", name="5,300원 결제하기").press("Enter")

    expect(page.get_by_role("heading", name="수수료를 냈어요")).to_be_visible()
    context.close()


def test_the_pages_of_officers(chromium: Browser, portal: str, gateway: Running, owing: Case) -> None:
    context = chromium.new_context(base_url=portal, locale="ko-KR", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    lend_session(desk(affairs.officer("sanitation")), page, portal)

    for name, address in (
        ("desk-fees", "/desk/fees/"),
        ("desk-reconcile", "/desk/fees/reconcile/"),
        ("desk-fee", f"/desk/cases/{owing.pk}/fee/"),
    ):
        page.goto(address)
        looked_at(page, name)
    page.get_by_role("button", name="납부로 적기").click()
    looked_at(page, "desk-fee-wrong")
    expect(page.get_by_role("alert").or_(page.locator(".error-summary")).first).to_be_visible()
    context.close()

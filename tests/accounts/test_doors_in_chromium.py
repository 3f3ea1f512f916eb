"""The doors in a real Chromium: usable by everyone, at every width, by keyboard alone, without scripts."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from eok.accounts import demo, second_factor, throttle
from eok.accounts.actions import invite
from eok.accounts.actions.set_up import open_link, secret_of
from eok.accounts.models import Officer, Throttle
from eok.gate import machine_time
from tests.accounts.chromium import page, portal  # noqa: F401
from tests.accounts.officers import PASSWORD, code
from tests.axe import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]


def test_a_resident_comes_in(page: Page) -> None:  # noqa: F811
    page.goto("/my/")
    expect(page.get_by_role("heading", level=1)).to_have_text("본인확인하고 로그인해요")
    wrong = faults(page)
    page.get_by_role("button", name="간편인증으로 본인확인").click()
    page.get_by_role("button", name="홍길동").click()

    expect(page.locator("body")).to_contain_text("resident")
    assert page.url.endswith("/my/")
    assert wrong == []


def test_a_resident_who_cancels_is_told_and_may_go_on(page: Page) -> None:  # noqa: F811
    page.goto("/my/")
    page.get_by_role("button", name="간편인증으로 본인확인").click()
    page.get_by_role("button", name="취소").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("본인확인을 취소했습니다")
    assert faults(page) == []
    page.get_by_role("button", name="본인확인 다시 하기").click()
    expect(page.get_by_role("button", name="홍길동")).to_be_visible()


def test_an_officer_comes_in(page: Page, officer: Officer) -> None:  # noqa: F811
    page.goto("/desk/")
    page.get_by_label("아이디").fill("hana")
    page.get_by_label("비밀번호").fill("wrong")
    page.get_by_role("button", name="다음").click()
    expect(page.locator("#error-summary")).to_be_focused()
    wrong = faults(page)
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("button", name="다음").click()
    wrong += faults(page)
    page.get_by_label("인증번호").fill(code())
    page.get_by_role("button", name="로그인").click()

    expect(page.locator("body")).to_contain_text("officer 이하나")
    assert wrong == []


def test_a_new_officer_sets_up(page: Page, officer: Officer) -> None:  # noqa: F811
    token = invite.reset(officer)
    secret = secret_of(open_link(token))
    page.goto(f"/desk/setup/{token}/")
    wrong = faults(page)
    page.get_by_label("새 비밀번호").fill("고래 등대 소나기 우표")
    page.get_by_label("한 번 더").fill("고래 등대 소나기 우표")
    page.get_by_label("인증번호").fill(second_factor.code_at(secret, machine_time.seconds()))
    assert page.locator("img").evaluate("i => i.naturalWidth") > 100
    page.get_by_role("button", name="준비 끝내기").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("준비가 끝났어요")
    assert wrong + faults(page) == []


def test_who_must_wait_is_told_over_the_form(page: Page, officer: Officer) -> None:  # noqa: F811
    throttle.attempt(throttle.of_login("hana", "127.0.0.1"))
    Throttle.objects.update(free_at=machine_time.now() + timedelta(hours=1))
    page.goto("/desk/sign-in/")
    page.get_by_label("아이디").fill("hana")
    page.get_by_label("비밀번호").fill("wrong")
    page.get_by_role("button", name="다음").click()

    expect(page.locator("#error-summary")).to_contain_text("뒤에 다시 해 주세요")
    assert faults(page) == []


def test_the_trial_page_shows_the_codes(page: Page) -> None:  # noqa: F811
    demo.create_demonstration_officers()
    page.goto("/demo/")

    expect(page.get_by_role("table")).to_contain_text("박지훈 주무관")
    assert faults(page) == []


def test_the_codes_renew_themselves(chromium: Browser, portal: str) -> None:  # noqa: F811
    demo.create_demonstration_officers()
    page = chromium.new_context(base_url=portal).new_page()  # noqa: F811
    page.clock.install()
    page.goto("/demo/")
    page.wait_for_load_state("networkidle")
    shown = page.locator("#codes").element_handle()

    with page.expect_response("**/demo/") as renewed:
        page.clock.fast_forward(11_000)

    assert renewed.value.ok
    page.wait_for_function("(old) => !old.isConnected", arg=shown)
    expect(page.get_by_role("table")).to_contain_text("박지훈 주무관")
    page.context.close()


def test_by_keyboard_and_without_scripts(chromium: Browser, portal: str, officer: Officer) -> None:  # noqa: F811
    page = chromium.new_context(base_url=portal, java_script_enabled=False).new_page()  # noqa: F811
    page.goto("/desk/")
    page.get_by_label("아이디").focus()
    page.keyboard.type("hana")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("인증번호").focus()
    page.keyboard.type(code())
    page.keyboard.press("Enter")

    expect(page.locator("body")).to_contain_text("officer 이하나")
    page.context.close()

"""A chosen file goes up at once; its row says how it went."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

INSTEAD_OF_CHOOSING = """document.addEventListener("click", (event) => {
  event.preventDefault();
  window.asked = event.target.id;
})"""
GOOD = {"name": "확인증.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 good"}
BAD = {"name": "실행.pdf", "mimeType": "application/pdf", "buffer": b"MZ bad"}


def test_a_good_file_has_its_row_and_is_announced(page: Page) -> None:
    page.goto("/uploading")

    page.locator("#up").set_input_files(GOOD)  # type: ignore[arg-type]  # playwright's own TypedDict

    expect(page.locator(".file-row.is-done .name")).to_have_text("확인증.pdf")
    expect(page.locator("#announcer")).to_have_text("확인증.pdf 올렸어요")


def test_a_refused_file_says_why(page: Page) -> None:
    page.goto("/uploading")

    page.locator("#up").set_input_files(BAD)  # type: ignore[arg-type]  # playwright's own TypedDict

    expect(page.locator(".file-row.is-failed")).to_contain_text("PDF가 아니에요.")
    expect(page.locator("#announcer")).to_have_text("실행.pdf PDF가 아니에요.")


def test_a_file_that_is_too_large_is_said_at_once_and_not_sent(page: Page, tmp_path: Path) -> None:
    large = tmp_path / "큰파일.pdf"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    sent: list[str] = []
    page.goto("/uploading")
    page.on("request", lambda request: sent.append(request.method))

    page.locator("#up").set_input_files(large)

    expect(page.locator(".file-row.is-failed .state")).to_have_text(
        "파일이 60MB로 너무 커요. 20MB 아래로 줄이거나 나누어 올려 주세요."
    )
    expect(page.locator("#announcer")).to_contain_text("큰파일.pdf: 파일이 60MB로 너무 커요.")
    assert "POST" not in sent


def test_a_file_is_chosen_by_keyboard(page: Page) -> None:
    page.goto("/uploading")
    page.evaluate(INSTEAD_OF_CHOOSING)
    page.get_by_label("확인증 파일 고르기").focus()

    page.keyboard.press("Space")

    page.wait_for_function("window.asked === 'up'")


def test_a_revealed_question_hangs_under_its_cause(page: Page) -> None:
    page.goto("/revealing")

    page.get_by_label("먼저 받나요?").select_option("네")

    expect(page.locator("#more .reveal")).to_have_text("어떤 서비스인가요?")


def test_a_number_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/copying")

    page.get_by_role("button", name="복사").click()

    expect(page.locator("#toasts p")).to_have_text("복사했어요")
    assert page.evaluate("navigator.clipboard.readText()") == "2026-004217"

"""The pages of a filing in a browser, on a phone and on a desk: no rule of axe broken, nothing wider than the page."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Page, expect

from tests import affairs
from tests.axe import violations
from tests.journeys.transcript import Transcript
from tests.licences import entries
from tests.portal import test_deadline_is_told as late
from tests.portal import walking
from tests.portal.chromium import lend_session, page, portal  # noqa: F401
from tests.portal.paper_drafts import FIELD, papers, prepaid

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]
PREPAID = {"prepaid": True, "safety_service": "escrow", "escrow_through": "direct"}
WIDTHS = pytest.mark.parametrize("width", [1280, 360])


def other(name: str) -> SimpleUploadedFile:
    """Not the file given before: that one would not be offered again."""
    return SimpleUploadedFile(name, affairs.PDF + b"\n", "application/pdf")


def read_aloud(page: Page, name: str, width: int) -> None:  # noqa: F811
    """What a screen reader finds, held against what was reviewed; once, for both widths have one tree."""
    if width == 360:
        transcript = Transcript(name)
        transcript.add(page)
        transcript.hold()


def faults(page: Page) -> list[object]:  # noqa: F811
    """What axe finds, and the page's width when it is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*violations(page), *([page.url] if wide else [])]


@WIDTHS
def test_from_preparation_to_a_draft_that_knows(page: Page, portal: str, width: int) -> None:  # noqa: F811
    client, person = walking.signed_in()
    affairs.mail_order(person)
    entries.opened(birth_date="1985-04-12")
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(client, page, portal)
    client.post("/display", {"words": "en"})
    page.context.add_cookies([{"name": "eok_display", "value": "normal.en", "url": portal}])

    page.goto(f"/services/{walking.CLOSURE}?certificate_state=lost&vat_closure=no")
    page.get_by_text("이 답이면 필요 없는 서류").click()
    wrong = faults(page)
    page.get_by_role("link", name="고른 답으로 시작하기").click()
    read_aloud(page, "what-stands-ready", width)
    wrong += faults(page)
    page.get_by_role("button", name="시작하기").click()
    expect(page.get_by_label("개인", exact=True)).to_be_checked()
    wrong += faults(page)
    page.get_by_role("button", name="다음", exact=True).click()
    expect(page.get_by_label("가게 이름")).to_have_value("하늘식당")
    expect(page.get_by_label("가게 이름")).to_have_accessible_description(
        "대장(제2024-0000001호)에 적힌 것이에요. 영업신고증에 적힌 이름이에요."
    )
    wrong += faults(page)

    assert wrong == []


@WIDTHS
def test_files_are_put_in_order_and_given_again(page: Page, portal: str, width: int) -> None:  # noqa: F811
    client, person = walking.signed_in()
    affairs.mail_order(person, **PREPAID)
    draft = prepaid(client)
    client.post(
        papers(draft),
        {"mode-safety-certificate": "upload", FIELD: [other("앞.pdf"), other("뒤.pdf")], "do": "stay"},
    )
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(client, page, portal)

    page.goto(papers(draft))
    page.get_by_text("전에 낸 것 다시 쓰기").click()
    page.get_by_text("다른 파일로 바꾸기").first.click()
    read_aloud(page, "files-in-order", width)
    wrong = faults(page)
    page.get_by_role("button", name="뒤.pdf 위로").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".file-row .name").first).to_have_text("뒤.pdf")
    expect(page.locator("#paper-safety-certificate")).to_be_focused()

    assert wrong == []


@WIDTHS
def test_two_devices_and_a_day_that_is_past(
    page: Page,  # noqa: F811
    portal: str,  # noqa: F811
    width: int,
    tmp_path: Path,
    settings: LazySettings,
) -> None:
    late.put_deadline(tmp_path, settings)
    client, person = walking.signed_in()
    draft = affairs.draft(walking.CLOSURE, affairs.CLOSURE, person)
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(client, page, portal)

    page.goto(walking.page_url(draft, "closure"))
    page.get_by_label("월", exact=True).fill("9")
    page.get_by_label("일", exact=True).fill("30")
    page.get_by_label("일", exact=True).press("Tab")
    expect(page.get_by_role("status").filter(has_text="법정 기한이 지났어요")).to_be_visible()
    wrong = faults(page)
    other = walking.hidden(client.get(walking.page_url(draft, "closure")))
    client.post(
        walking.page_url(draft, "closure"), {**other, "shown": "reason", "reason": "moving", "do": "next"}
    )
    page.get_by_label("개인 사정").check(force=True)
    page.get_by_role("button", name="다음", exact=True).click()
    expect(page.get_by_role("heading", name="어느 것으로 할까요?")).to_be_visible()
    read_aloud(page, "two-devices", width)
    wrong += faults(page)

    assert wrong == []

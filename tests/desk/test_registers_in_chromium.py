"""The registers at the desk, usable by everyone on a desk and on a phone, and printable as books."""

import pytest
from playwright.sync_api import Page, expect

from eok.licences.models import Sanction
from tests.axe import faults
from tests.desk import registers, rooms
from tests.licences import entries
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]


@pytest.mark.parametrize("width", [1280, 360])
def test_an_entry_is_found_and_its_business_ordered_to_stop(page: Page, portal: str, width: int) -> None:  # noqa: F811
    licence = entries.opened()
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(registers.head()), page, portal)
    page.goto("/desk/licences/")
    wrong = faults(page)
    page.get_by_role("link", name=licence.licence_no).click()
    wrong += faults(page)
    page.get_by_role("link", name="행정처분", exact=True).click()
    wrong += faults(page)
    page.get_by_role("button", name="무엇이 바뀌는지 보기").click()
    expect(page.locator("#error-summary")).to_be_focused()
    wrong += faults(page)

    answer(page)
    page.get_by_role("button", name="무엇이 바뀌는지 보기").click()
    expect(page.get_by_role("main")).to_contain_text("2026-12-01 ~ 2026-12-15")
    wrong += faults(page)
    page.get_by_role("button", name="대장에 적기").click()

    expect(page.get_by_role("main")).to_contain_text("행정처분: 대장에 적었어요.")
    wrong += faults(page)
    assert wrong == []
    assert Sanction.objects.filter(licence=licence, kind="suspension").exists()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "address", ["/desk/books/", "/desk/books/cases/", "/desk/books/food-business/?year=2024"]
)
def test_the_books(page: Page, portal: str, width: int, address: str) -> None:  # noqa: F811
    entries.opened()
    rooms.accepted_closure()
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(registers.clerk()), page, portal)

    page.goto(address)

    assert faults(page) == []


def test_a_book_prints_across_with_its_head_on_each_sheet(page: Page, portal: str) -> None:  # noqa: F811
    for _ in range(60):
        entries.opened()
    lend_session(rooms.desk(registers.clerk()), page, portal)
    page.goto("/desk/books/food-business/?year=2024")

    sheets = sheets_of(page.pdf(prefer_css_page_size=True))

    assert len(sheets) > 1
    assert all(width > height for width, height, _ in sheets)
    assert all("상호" in text and "명의자" in text for _, _, text in sheets)
    assert [f"{n} / {len(sheets)}" in text for n, (_, _, text) in enumerate(sheets, 1)] == [True] * len(
        sheets
    )


def sheets_of(pdf: bytes) -> list[tuple[float, float, str]]:
    """Width, height and text of each."""
    import pypdfium2

    found = []
    for sheet in pypdfium2.PdfDocument(pdf):
        width, height = sheet.get_size()
        found.append((width, height, sheet.get_textpage().get_text_range()))
    return found


def answer(page: Page) -> None:  # noqa: F811
    """What the page of 행정처분 asks for."""
    page.get_by_text("영업정지: 법을 어긴").click()
    page.get_by_text("청문을 했어요").click()
    page.get_by_label("까닭", exact=True).fill("유통기한이 지난 재료를 썼습니다.")
    page.get_by_label("시행 문서번호").fill("위생과-1234")
    for name, (year, month, day) in {
        "사전 통지한 날": ("2026", "11", "2"), "의견제출 기한": ("2026", "11", "16"), "첫날": ("2026", "12", "1"),
        "마지막 날": ("2026", "12", "15"),
    }.items():  # fmt: skip
        group = page.get_by_role("group", name=name)
        group.get_by_label("년").fill(year)
        group.get_by_label("월").fill(month)
        group.get_by_label("일", exact=True).fill(day)

"""지금 확인하기, 이 자리에서 할 수 있나요, 한꺼번에 닫기 in a real browser on the narrowest screen, with and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from eok.applications.models import Draft
from eok.licences.models import Licence
from tests.axe import violations
from tests.portal import walking
from tests.portal.chromium import lend_session, portal  # noqa: F401
from tests.portal.test_closing_together import entry
from tests.simulators.fixtures import _records_process, records  # noqa: F401
from tests.simulators.process import SECRET, Running

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]
WIDTH = 360


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def page(chromium: Browser, portal: str, scripts: bool) -> Iterator[Page]:  # noqa: F811
    context = chromium.new_context(
        base_url=portal, locale="ko-KR", viewport={"width": WIDTH, "height": 800}, java_script_enabled=scripts
    )
    yield context.new_page()
    context.close()


def faults(page: Page, scripts: bool) -> list[object]:
    """What axe finds (a script itself), and sideways scrolling."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*(violations(page) if scripts else []), *([["sideways", wide]] if wide > WIDTH else [])]


def test_what_the_source_says_is_seen_before_filing(
    page: Page, portal: str, scripts: bool, records: Running, settings: Settings  # noqa: F811
) -> None:  # fmt: skip
    settings.EOK_SHARED_RECORDS = "eok.linkage.adapters.http_shared_records.Records"
    settings.EOK_SHARED_RECORDS_URL, settings.EOK_SHARED_RECORDS_SECRET = records.url, SECRET
    client, _ = walking.signed_in()
    draft = walking.filled(client, business={"business_no": "999-01-00013"})
    lend_session(client, page, portal)
    page.goto(f"/drafts/{draft.pk}/papers/")
    page.get_by_text("구청이 확인하는 데 동의해요").first.click()
    page.get_by_role("button", name="지금 확인하기").click()

    expect(page.get_by_role("main")).to_contain_text("다른 것: 상호, 대표자 성명, 사업장 소재지")
    assert faults(page, scripts) == []


def test_a_place_is_asked_about_by_keyboard(page: Page, scripts: bool) -> None:
    page.goto("/sectors/food/")
    page.get_by_role("link", name="이 자리에서 할 수 있나요").first.click()
    wrong = faults(page, scripts)
    page.get_by_role("button", name="알아보기").press("Enter")
    expect(page.locator("#error-summary")).to_be_visible()
    wrong += faults(page, scripts)
    page.get_by_label("가게 자리의 주소").fill("서울특별시 서초구 시범대로 12")
    page.get_by_label("하려는 영업").select_option(label="휴게음식점")
    page.get_by_label("몇 층인가요?").select_option(label="2층")
    page.get_by_label("쓰려는 넓이").fill("120")
    for question in ("1층이거나", "안쪽 계단"):
        group = page.get_by_role("group", name=question)
        group.get_by_label("아니요").focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="알아보기").press("Enter")

    expect(page.get_by_role("heading", name="확인할 것이 3가지 있어요")).to_be_visible()
    assert wrong + faults(page, scripts) == []


def test_two_licences_are_closed_together(page: Page, portal: str, scripts: bool) -> None:  # noqa: F811
    client, _ = walking.signed_in()
    chosen = [entry("하늘국수"), entry("하늘국밥")]
    lend_session(client, page, portal)
    page.goto("/my/")
    page.get_by_role("link", name="가게를 한꺼번에 닫기").click()
    wrong = faults(page, scripts)
    _answered(page, chosen)
    page.get_by_role("button", name="고른 것 쓰기").click()

    expect(page.get_by_role("heading", name="2건 가운데 0건을 냈어요")).to_be_visible()
    wrong += faults(page, scripts)
    page.get_by_role("button", name=f"빼기 ({chosen[0].licence_no})").click()
    expect(page.get_by_role("heading", name="1건 가운데 0건을 냈어요")).to_be_visible()
    page.get_by_role("link", name=f"이어서 내기 ({chosen[1].licence_no})").click()
    expect(page.get_by_role("heading", name="서류를 준비해 주세요")).to_be_visible()
    assert wrong == []
    assert Draft.objects.count() == 1


def _answered(page: Page, chosen: list[Licence]) -> None:
    for licence in chosen:
        page.get_by_label(f"닫을게요: 식품 영업 대장 {licence.licence_no}").check(force=True)
    page.get_by_role("group", name="폐업하는 까닭").get_by_text("개인 사정").click()
    page.get_by_role("group", name="신고증(허가증, 등록증)이 있나요?").get_by_text("모두 있어요").click()
    page.get_by_role("group", name="세무서의 사업자등록").get_by_text("아니요").click()

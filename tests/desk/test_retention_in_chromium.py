"""보존과 파기, usable by everyone on a desk and on a phone; printed it is whole."""

from datetime import date

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from eok.accounts.roles import Role
from eok.casework.models import Case
from eok.retention import work
from eok.retention.actions.hold import Wanted, hold
from tests import affairs
from tests.axe import faults
from tests.desk import rooms
from tests.krds.places import STATE
from tests.portal.chromium import lend_session, page, portal  # noqa: F401
from tests.retention.conftest import closed  # noqa: F401
from tests.retention.years import OVER, at, deliberated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_retention(page: Page, portal: str, width: int, closed: Case) -> None:  # noqa: F811
    (settings.EOK_STATE_DIR / "static").symlink_to(STATE / "static")
    with at(OVER):
        desk = rooms.desk(affairs.officer("civil_service", Role.RECORDS))
        other = affairs.closure(affairs.person("이바다", "010-0000-0009"))
        hold(
            Wanted(other.application.application_no, "행정소송", "공공기록물법 §27의3①", date(2030, 6, 1)),
            by="operator",
        )
        page.set_viewport_size({"width": width, "height": 900})
        lend_session(desk, page, portal)
        page.goto("/desk/cases/")
        page.get_by_role("link", name="보존과 파기").click()
        wrong = faults(page)
        page.get_by_role("link", name="심의한 것 적기").click()
        wrong += faults(page)
        page.get_by_label("심의 번호").fill("심의-3")
        page.get_by_role("button", name="적기").click()
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.get_by_label("심의 번호")).to_have_value("심의-3")
        wrong += faults(page)
        page.goto("/desk/retention/hold/")
        wrong += faults(page)
        page.goto("/desk/retention/table/")
        wrong += faults(page)
        deliberated(closed)
        work.run({})
        page.goto("/desk/retention/")
        expect(page.get_by_role("heading", name="기록물 파기 대장 1")).to_be_visible()
        wrong += faults(page)

    assert wrong == []

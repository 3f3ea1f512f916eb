"""`/api/` in a browser: usable by everyone at 360 px, every example leads to an answer, linked from the foot."""

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.axe import violations
from tests.portal.chromium import page, portal  # noqa: F401

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@pytest.mark.browser
def test_it_is_usable_by_everyone(page: Page) -> None:  # noqa: F811
    page.goto("/guide")
    page.get_by_role("contentinfo").get_by_role("link", name="공개 API").click()

    assert page.get_by_role("heading", level=1).inner_text() == "공개 API"
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_each_example_is_answered() -> None:
    import re
    from html import unescape

    text = unescape(Client().get("/api/").content.decode())

    examples = re.findall(r'href="(/api/v1/[^"]*)"', text)

    assert len(examples) > 8
    assert {Client().get(example).status_code for example in examples} == {200}

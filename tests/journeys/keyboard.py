"""Everything by keyboard: Tab to a control in the order of reading, then type, Space or Enter."""

from playwright.sync_api import Locator, Page

MOST_TABS = 120
"""More presses than this and the control can't be reached."""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} can't be reached by Tab")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    tab_to(page, target)
    page.keyboard.press(key)


def type_into(page: Page, target: Locator, text: str) -> None:
    tab_to(page, target)
    page.keyboard.type(text)


def pick(page: Page, target: Locator) -> None:
    """One of a row of radios: the row takes the focus once, arrows move inside it."""
    name = target.get_attribute("name")
    first = page.locator(f"input[type=radio][name='{name}']").first
    tab_to(page, first)
    page.keyboard.press("Space")
    for _ in range(20):
        if target.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{target} can't be picked by arrows")

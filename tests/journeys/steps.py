"""What a person does in the browser, step by step, by the words they see."""

import re
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.journeys.house import House


def search(page: Page, words: str) -> None:
    """From the home page, in everyday words."""
    page.goto("/")
    page.get_by_role("searchbox", name="통합검색").fill(words)
    page.get_by_role("button", name="검색", exact=True).click()


def identify(page: Page, name: str) -> None:
    """본인확인 with the simulated provider."""
    page.get_by_role("button", name=re.compile("간편인증")).click()
    page.get_by_role("button", name=re.compile(name)).first.click()


def choose(page: Page, question: str, answer: str) -> None:
    """One of the tiles or radios of a question."""
    group = page.get_by_role("group", name=re.compile(re.escape(question)))
    group.get_by_text(answer, exact=True).first.click()


def fill(page: Page, values: Mapping[str, str]) -> None:
    for label, value in values.items():
        page.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(value)


def fill_date(page: Page, question: str, day: tuple[int, int, int]) -> None:
    group = page.get_by_role("group", name=re.compile(re.escape(question)))
    for label, value in zip(("년", "월", "일"), day, strict=True):
        group.get_by_label(label, exact=True).fill(str(value))


def open_revealed(page: Page, question: str) -> None:
    """A question that an answer opens: it comes by itself, without scripts by 다음."""
    name = re.compile(f"^{re.escape(question)}")
    wanted = page.get_by_label(name).or_(page.get_by_role("group", name=name)).first
    if has_scripts(page):
        expect(wanted).to_be_visible()
    elif not wanted.count():
        go_on(page)
        expect(wanted).to_be_visible()


def has_scripts(page: Page) -> bool:
    """Whether this browser runs scripts: a page says it itself once its script ran."""
    return not getattr(page.context, "without_scripts", False)


def wait_for_upload(page: Page) -> None:
    if has_scripts(page):
        expect(page.get_by_text("올렸어요").first).to_be_visible()


def go_on(page: Page) -> None:
    button = page.get_by_role("button", name="다음", exact=True)
    button.or_(page.get_by_role("link", name="다음", exact=True)).click()


def sign_and_submit(page: Page, name: str) -> None:
    """The signature at the provider, then the one button."""
    page.get_by_role("button", name=re.compile("^서명")).click()
    page.get_by_role("button", name=re.compile(f"{name}|서명")).first.click()
    page.get_by_role("button", name="제출", exact=True).click()


def officer_signs_in(page: Page, login: str) -> None:
    """Password and a code of the demonstration page that was not used yet."""
    password, code = _unused_code(page, login)
    page.goto("/desk/sign-in/")
    page.get_by_label("아이디").fill(login)
    page.get_by_label("비밀번호").fill(password)
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_label(re.compile("인증번호")).first.fill(code)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile(r"/desk/$"))


_used: dict[tuple[str, str], str] = {}
"""Last code by house and login: each opens the door once, and the next comes within 30 seconds."""


def _unused_code(page: Page, login: str, tries: int = 80) -> tuple[str, str]:
    for _ in range(tries):
        page.goto("/demo/")
        house = page.url
        told = page.get_by_role("main").inner_text()
        password = re.search(r"비밀번호 ([a-z0-9-]+)", told)
        row = page.get_by_role("row", name=re.compile(rf"\b{login}\b")).inner_text()
        code = re.search(r"\b(\d{6})\b", row)
        assert password and code, told
        if _used.get((house, login)) != code[1]:
            _used[house, login] = code[1]
            return password[1], code[1]
        page.wait_for_timeout(500)
    raise AssertionError(f"no new code for {login}")


def check_everything(page: Page) -> None:
    """Note every open check of the case as right; each is waited for, since each loads the page again."""
    page.wait_for_load_state()
    open_checks = page.locator("#checks .is-look")
    for left in reversed(range(open_checks.count())):
        open_checks.first.get_by_role("button", name=re.compile("^맞음")).click()
        page.wait_for_load_state()
        expect(open_checks).to_have_count(left)


def shown_number(page: Page) -> str:
    """A number made for reading aloud, from the page's main part."""
    found = re.search(r"(\d{4}-\d{6})", page.get_by_role("main").inner_text())
    assert found
    return found[1]


def reload_until(page: Page, text: str, tries: int = 60) -> None:
    """Load the page again until the worker's result shows."""
    for _ in range(tries):
        if page.get_by_text(text).count():
            return
        page.wait_for_timeout(500)
        page.reload()
    expect(page.get_by_text(text).first).to_be_visible()


def inbox_tells(house: House, page: Page, phone: str, texts: tuple[str, ...]) -> None:
    """The simulated phone's inbox holds these messages."""
    page.goto(f"{house.simulator('sms')}/?to={phone}")
    for text in texts:
        reload_until(page, text)


def open_case(officer: Page, number: str) -> None:
    """From the worklist, by its number."""
    officer.goto("/desk/?show=team")
    officer.get_by_role("row", name=re.compile(number)).get_by_role("link").first.click()

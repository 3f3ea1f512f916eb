"""Residents who file and then pay until the page says 냈어요: they leave, agree or not at the gateway, come back or not."""

import random
import re
import threading
from collections import Counter
from collections.abc import Sequence
from time import monotonic

import httpx

from benchmarks.signed import Signed

PAGE = re.compile(r"/my/cases/[0-9a-f-]{36}/fee/")
PAUSE_SECONDS = 1.0
"""Who presses faster only keeps the breaker open."""
WAYS = ("pay", "pay", "pay", "pay", "lost", "leave")
"""What somebody does at the gateway: agree, agree and never come back, give up."""


class Payer(threading.Thread):
    """Files one draft after the other and pays each; a press whose outcome is unknown is pressed again."""

    def __init__(self, url: str, drafts: Sequence[Signed], seed: int, deadline: float) -> None:
        super().__init__(daemon=True)
        self.paid: list[str] = []
        """Drafts whose page said that the fee was paid."""
        self.did: Counter[str] = Counter()
        self._url, self._drafts, self._deadline = url, drafts, deadline
        self._chance, self._pause = random.Random(seed), threading.Event()

    def run(self) -> None:
        for one in self._drafts:
            with httpx.Client(base_url=self._url, timeout=30, trust_env=False) as browser:
                browser.cookies.set("eok_session", one.session)
                browser.cookies.set("eok_csrf", one.csrf)
                page = self._until(lambda b=browser, o=one: self._file(b, o))
                if page and self._until(lambda b=browser, o=one, p=page: self._pay(b, o, p)):
                    self.paid.append(one.draft_id)

    def _until(self, step: "object") -> str:
        while monotonic() < self._deadline:
            try:
                done: str = step()  # type: ignore[operator]  # one of the two below
            except httpx.HTTPError:
                self.did["cut off"] += 1
                done = ""
            if done:
                return done
            self._pause.wait(PAUSE_SECONDS)
        return ""

    def _file(self, browser: httpx.Client, one: Signed) -> str:
        """The address of the fee's page, once the house says that it has the application."""
        answer = browser.post(one.path, data=one.form, headers=self._here())
        self.did[f"filing {answer.status_code}"] += 1
        if answer.status_code == 302:
            found = PAGE.search(browser.get(f"/drafts/{one.draft_id}/done/").text)
            return found[0] if found else ""
        return ""

    def _pay(self, browser: httpx.Client, one: Signed, page: str) -> str:
        seen = browser.get(page).text
        if "수수료를 냈어요" in seen:
            return page
        if "결제를 확인하고 있어요" in seen:
            self._press(browser, one, page, "ask")
            return ""
        gone = self._press(browser, one, page, "")
        self.did[f"leaving {gone.status_code}"] += 1
        target = gone.headers.get("Refresh", "").partition("url=")[2]
        if target:
            self._at_the_gateway(browser, target)
        return ""

    def _press(self, browser: httpx.Client, one: Signed, page: str, do: str) -> httpx.Response:
        form = {"csrfmiddlewaretoken": one.csrf, "do": do}
        return browser.post(page, data=form, headers=self._here())

    def _at_the_gateway(self, browser: httpx.Client, checkout: str) -> None:
        way = self._chance.choice(WAYS)
        self.did[way] += 1
        do = "leave" if way == "leave" else "pay"
        with httpx.Client(timeout=30, trust_env=False) as outside:
            back = outside.post(checkout, data={"do": do}).headers.get("Location", "")
        if back and way != "lost":
            browser.get(back)

    def _here(self) -> dict[str, str]:
        return {"Origin": self._url}

"""`weight`: what a first visit costs a browser: bytes over the wire, requests elsewhere, broken policy.

A real Chromium, a fresh profile for each page, everything counted that it asked for by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from benchmarks.figures import Figure, Result, at_most
from benchmarks.installation import installation
from benchmarks.places import workshop
from eok.core.launch import packages, requirements

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

PAGES = {
    "home": ("첫 화면", "/"),
    "affair": ("민원 안내", "/services/mail-order-report"),
    "search": ("검색 결과", "/search?q=%EA%B0%80%EA%B2%8C%20%EC%A0%91%EC%9C%BC%EB%A0%A4%EA%B3%A0%EC%9A%94"),
}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@dataclass
class Visit:
    """What one page made the browser fetch."""

    host: str
    sizes: dict[str, int] = field(default_factory=dict)
    """Bytes on the wire, heads included, by request."""
    kinds: dict[str, str] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)

    def watch(self, session: "CDPSession") -> None:
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def kilobytes(self, kind: str = "") -> float:
        return sum(size for key, size in self.sizes.items() if kind in ("", self.kinds[key])) / 1024

    def _asked(self, event: Any) -> None:  # as the protocol has it
        address = event["request"]["url"]
        self.kinds[event["requestId"]] = event["type"]
        if urlsplit(address).scheme in ("http", "https") and urlsplit(address).netloc != self.host:
            self.elsewhere.append(address)
        if urlsplit(address).path == "/csp-reports/":
            self.reports.append(address)

    def _came(self, event: Any) -> None:  # as the protocol has it
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])


def measure(*, quick: bool) -> Result:
    packages.require([packages.CHROMIUM])
    if not _playwright_is_here():
        requirements.add("test")
    from playwright.sync_api import sync_playwright

    with (
        workshop("weight") as folder,
        installation(folder / "state") as house,
        sync_playwright() as playwright,
    ):
        chromium = packages.find("chromium") or packages.find("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        visits = {key: _visit(browser, house.url, path) for key, (_, path) in PAGES.items()}
        browser.close()
        told = (house.folder / "log" / "server.log").read_text(encoding="utf-8").count("csp:")
    return Result("weight", (*_weights(visits), *_faults(list(visits.values()), told)))


def _playwright_is_here() -> bool:
    from importlib.util import find_spec

    return find_spec("playwright") is not None


def _visit(browser: "Browser", url: str, path: str) -> Visit:
    context = browser.new_context(base_url=url, locale="ko-KR", timezone_id="Asia/Seoul")
    page = context.new_page()
    visit = Visit(urlsplit(url).netloc)
    visit.watch(context.new_cdp_session(page))
    page.on(
        "console",
        lambda said: visit.reports.append(said.text) if "Content Security Policy" in said.text else None,
    )
    page.goto(path, wait_until="networkidle")
    context.close()
    return visit


def _weights(visits: dict[str, Visit]) -> list[Figure]:
    figures = []
    for key, visit in visits.items():
        label = PAGES[key][0]
        figures.append(
            Figure(f"{key}_kilobytes", f"처음 온 사람의 {label}", visit.kilobytes(), "KB", at_most(150))
        )
        for kind in sorted(set(visit.kinds.values())):
            figures.append(
                Figure(f"{key}_{kind.lower()}", f"  그 가운데 {kind}", visit.kilobytes(kind), "KB")
            )
        figures.append(Figure(f"{key}_requests", "  요청", len(visit.sizes), "번"))
    return figures


def _faults(visits: Sequence[Visit], told: int) -> list[Figure]:
    elsewhere = sum(len(visit.elsewhere) for visit in visits)
    reports = max(told, sum(len(visit.reports) for visit in visits))
    return [
        Figure("elsewhere", "다른 곳으로 간 요청", elsewhere, "번", at_most(0)),
        Figure("csp_reports", "보안 정책을 어긴 것", reports, "번", at_most(0)),
    ]

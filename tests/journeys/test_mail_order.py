"""통신판매업 신고 in full: papers, supplement, 결재, licence tax, certificate, verification."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.journeys import filing, mail_order, steps
from tests.journeys.house import House
from tests.journeys.transcript import Transcript

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
Check = Callable[[Page], None]


def test_from_everyday_words_to_a_verified_certificate(
    house: House, open_context: Open, check_page: Check, tmp_path: Path
) -> None:
    transcript = Transcript("mail-order")

    def check(page: Page) -> None:
        check_page(page)
        transcript.add(page)

    house.set_clock("2026-11-23T10:12:00+09:00")
    resident = open_context().new_page()
    steps.search(resident, "온라인으로 옷을 팔려고요")
    resident.get_by_role("link", name="자세히 보기").first.click()
    filing.begin(resident, "홍길동")
    filing.answer_mail_order(resident, check)
    filing.give_papers(resident, check, upload=True)
    filing.submit(resident, check, "홍길동")
    resident.get_by_role("link", name="진행 보기").click()
    steps.reload_until(resident, "접수번호")
    number = steps.shown_number(resident)
    case_url = resident.url

    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "park")
    mail_order.ask_for_another_paper(officer, number, check)

    mail_order.answer_the_supplement(resident, case_url, check)

    house.set_clock("2026-11-24T09:30:00+09:00")
    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "park")
    mail_order.propose(officer, number, check)
    mail_order.approve(open_context(width=1440).new_page(), number, check)

    resident = open_context().new_page()
    resident.goto(case_url)
    steps.identify(resident, "홍길동")
    mail_order.pay(house, resident, case_url, check)

    mail_order.verify(resident, tmp_path, check)
    transcript.hold()

"""Files put up for a supplement that is never sent do not stay; what was sent does."""

from datetime import timedelta

import pytest

from eok.casework.models import SupplementPaper
from eok.core import clock
from eok.papers.actions.sweep import sweep
from tests.portal import walking
from tests.portal.supplement_cases import FILE, PAPER, asked, mine, pdf, url

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def test_a_file_of_a_page_that_was_left_goes_and_the_page_asks_for_it_again() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)
    left = client.post(url(case), {FILE: [pdf()], "do": "stay"})

    with clock.freeze(clock.now() + timedelta(days=31)):
        sweep({})

    again = client.post(url(case), {**walking.hidden(left), "do": "send"})
    assert mine(person) == set()
    assert again.status_code == 422 and "사업자등록증명: 파일을 올려 주세요." in walking.text(again)


def test_a_file_that_was_sent_stays() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)
    client.post(url(case), {FILE: [pdf()], "do": "send"})

    with clock.freeze(clock.now() + timedelta(days=31)):
        sweep({})

    assert mine(person) == {"증명.pdf"} and SupplementPaper.objects.count() == 1

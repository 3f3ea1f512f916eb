"""A mended answer may call for more, and for no more than that."""

import pytest

from eok.casework import grants, supplements
from eok.casework.models import SupplementPaper
from tests.portal import walking
from tests.portal.supplement_cases import NAME, PREPAID, asked, pdf, url

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def test_a_mended_answer_asks_for_what_it_makes_necessary() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)

    told = client.post(url(case), {"prepaid": "yes", "do": "send"})

    page = walking.text(told)
    assert told.status_code == 200 and supplements.waiting(case.pk) is not None
    assert "고친 답 때문에 더 필요한 것이 생겼어요" in page
    assert "어떤 구매안전서비스를 쓰나요?" in page and "구매안전서비스 이용 확인증 파일" in page


def test_what_a_mended_answer_made_necessary_is_supplied_with_it() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)
    response = client.post(url(case), {"prepaid": "yes", "do": "send"})
    typed = {"prepaid": "yes", "safety_service": "escrow", "escrow_through": "direct"}

    for _ in range(3):
        if response.status_code == 302:
            break
        file = {"file-safety-certificate": [pdf()]} if "kept-safety" not in walking.text(response) else {}
        response = client.post(url(case), {**walking.hidden(response), **typed, **file, "do": "send"})

    case.refresh_from_db()
    assert case.state == "accepted", walking.text(response)
    assert grants.answers_of(case)["safety_service"] == "escrow"
    assert {row.paper_id for row in SupplementPaper.objects.all()} == {"safety-certificate"}


def test_what_is_not_needed_after_all_is_not_asked_again() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)
    told = client.post(url(case), {"prepaid": "yes", "do": "send"})

    sent = client.post(url(case), {**walking.hidden(told), "prepaid": "no", "do": "send"})

    case.refresh_from_db()
    assert sent.status_code == 302 and case.state == "accepted"
    assert not SupplementPaper.objects.exists()


def test_an_answer_nobody_asked_about_cannot_be_changed() -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)

    client.post(
        url(case),
        {
            "shown": "question:trade_name question:email",
            "trade_name": "푸른상점",
            "email": "x@example.org",
            "do": "send",
        },
    )

    assert grants.answers_of(case)["trade_name"] == "푸른상점"
    assert grants.answers_of(case)["email"] == "haneul@example.org"

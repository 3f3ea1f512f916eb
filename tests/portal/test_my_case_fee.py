"""수수료 내기 as the resident sees it: from the case to the gateway and back, each outcome, and the receipt."""

import re

import pytest
from django.test import Client

from eok.casework.actions.withdraw import withdraw
from eok.casework.models import Case
from eok.linkage import registry
from eok.payments.models import FeeAttempt, FeeOrder
from tests import affairs
from tests.payments.conftest import _payments_process, fees, gateway, owing, payments, receiver
from tests.payments.fee_house import press
from tests.portal.walking import signed_in, text
from tests.simulators.process import Running

__all__ = ["_payments_process", "fees", "gateway", "owing", "payments", "receiver"]
pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def client(owing: Case) -> Client:
    return signed_in(owing.application.person)[0]


def leave(client: Client, case: Case) -> FeeAttempt:
    """Press 지금 내기."""
    answer = client.post(f"/my/cases/{case.pk}/fee/")
    visit = FeeAttempt.objects.get(state="opened")
    assert answer.status_code == 200, text(answer)
    assert answer.headers["Refresh"] == f"0; url={visit.checkout_url}"
    return visit


def come_back(client: Client, case: Case, visit: FeeAttempt, said: dict[str, str]) -> str:
    answer = client.get(f"/my/cases/{case.pk}/fee/back/{visit.pk}/", said, follow=True)
    return text(answer)


def test_filed_first_then_told_of_the_fee(client: Client, gateway: Running, owing: Case) -> None:
    done, case, my = (
        text(client.get(page))
        for page in (f"/drafts/{owing.application.draft_id}/done/", f"/my/cases/{owing.pk}/", "/my/")
    )

    assert owing.application.application_no in done
    assert "지금 내기" in done and "나중에 내기" in done
    assert "5,300원을 내 주세요" in case and "5,300원을 내 주세요" not in my
    assert "식품 영업 폐업신고 수수료를 내 주세요" in my


def test_paid_and_the_receipt(client: Client, gateway: Running, owing: Case) -> None:
    visit = leave(client, owing)

    page = come_back(client, owing, visit, press(gateway, visit))

    assert "수수료를 냈어요" in page
    receipt = text(client.get(f"/my/cases/{owing.pk}/fee/receipt/"))
    assert "R2026-000001" in receipt and "5,300원" in receipt and "전자결제" in receipt
    assert client.get(f"/my/cases/{owing.pk}/fee/receipt.pdf").content.startswith(b"%PDF")
    assert "수수료를 냈어요" in text(client.get(f"/my/cases/{owing.pk}/"))
    assert "수수료를 내 주세요" not in text(client.get("/my/"))


def test_left_at_the_gateway_and_paid_again(client: Client, gateway: Running, owing: Case) -> None:
    first = leave(client, owing)
    press(gateway, first, "leave")

    page = text(client.get(f"/my/cases/{owing.pk}/fee/left/{first.pk}/", follow=True))
    second = leave(client, owing)

    assert "결제를 그만두었어요" in page and "지금 내기" in page
    assert "수수료를 냈어요" in come_back(client, owing, second, press(gateway, second))


def test_while_it_is_not_known_nobody_pays_twice(client: Client, gateway: Running, owing: Case) -> None:
    visit = leave(client, owing)
    said = press(gateway, visit)
    gateway.control(mode="drop", on="confirm")
    page = come_back(client, owing, visit, said)

    again = client.post(f"/my/cases/{owing.pk}/fee/")
    gateway.control(mode="lose", on="status")
    registry.forget()
    still = client.post(f"/my/cases/{owing.pk}/fee/", {"do": "ask"})
    gateway.control(mode="ok")
    known = text(client.post(f"/my/cases/{owing.pk}/fee/", {"do": "ask"}))

    assert "결제를 확인하고 있어요" in page and "지금 내기" not in page
    assert again.status_code == 409 and "두 번 내지 않도록" in text(again)
    assert still.status_code == 503 and "결제를 확인하고 있어요" in text(still)
    assert "수수료를 냈어요" in known


@pytest.mark.parametrize(
    ("outcome", "words"),
    [("refuse", "다른 카드로 다시"), ("short", "다른 카드로 다시"), ("wrong", "그 돈은 모두 돌려드려요")],
)
def test_each_way_it_can_fail_says_what_to_do(
    client: Client, gateway: Running, owing: Case, outcome: str, words: str
) -> None:
    visit = leave(client, owing)
    gateway.control(outcome=outcome)

    page = come_back(client, owing, visit, press(gateway, visit))

    assert words in page and "지금 내기" in page


def test_a_gateway_that_does_not_answer_leaves_the_filing_as_it_is(
    client: Client, gateway: Running, owing: Case
) -> None:
    gateway.control(mode="busy", on="open")

    answer = client.post(f"/my/cases/{owing.pk}/fee/")

    assert answer.status_code == 503
    assert "붐비거나 점검 중" in text(answer) and "지금 내기" in text(answer)
    assert Case.objects.get().state == "filed"


def test_without_a_gateway_it_is_paid_at_the_counter(client: Client, owing: Case) -> None:
    page = text(client.get(f"/my/cases/{owing.pk}/fee/"))

    assert "창구에서 내요" in page and "지금 내기" not in page
    assert client.post(f"/my/cases/{owing.pk}/fee/").status_code == 503


def test_withdrawn_before_acceptance_all_goes_back(client: Client, gateway: Running, owing: Case) -> None:
    visit = leave(client, owing)
    come_back(client, owing, visit, press(gateway, visit))
    withdraw(case_id=owing.pk, reason="", by=owing.application.person)
    affairs.work()

    page = text(client.get(f"/my/cases/{owing.pk}/fee/"))

    assert "모두 돌려드림" in page
    assert re.search(r"5,300원.*취하.*돌려드림", page, re.DOTALL)
    assert "수수료를 돌려드렸어요" in text(client.get(f"/my/cases/{owing.pk}/"))


def test_of_another_it_is_none(client: Client, gateway: Running, owing: Case) -> None:
    visit = leave(client, owing)
    stranger = signed_in(affairs.person("이바다"))[0]

    for page in ("", "receipt/", "receipt.pdf", f"back/{visit.pk}/", f"left/{visit.pk}/"):
        assert stranger.get(f"/my/cases/{owing.pk}/fee/{page}").status_code == 404
    other = affairs.closure(affairs.person("박하늘"))
    assert client.get(f"/my/cases/{owing.pk}/fee/back/{other.pk}/").status_code == 404
    assert FeeOrder.objects.get(case=owing).state == "owed"


def test_nothing_to_see_before_it_is_paid(client: Client, owing: Case) -> None:
    assert client.get(f"/my/cases/{owing.pk}/fee/receipt/").status_code == 404
    assert client.get(f"/my/cases/{owing.pk}/fee/receipt.pdf").status_code == 404

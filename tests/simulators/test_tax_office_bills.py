"""Bills: one per key, asked about by number, cancelled once, paid once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.simulators.calls import called
from tests.simulators.demands import DEMAND, opened, paid
from tests.simulators.process import Running


def test_the_same_key_at_once_is_one_bill(tax_office: Running) -> None:
    with ThreadPoolExecutor(16) as pool:
        answers = list(
            pool.map(lambda _: called(tax_office, "POST", "/demands", DEMAND, key="o-1"), range(32))
        )

    assert len({answer.json()["bill_no"] for answer in answers}) == 1
    assert sum(answer.json()["new"] for answer in answers) == 1


def test_the_same_key_for_another_amount_is_refused(tax_office: Running) -> None:
    opened(tax_office, "o-1")

    assert called(tax_office, "POST", "/demands", {**DEMAND, "won": 27000}, key="o-1").status_code == 409


@pytest.mark.parametrize(
    "wrong", [{"won": 0}, {"won": "40500"}, {"class": 6}, {"due_on": "곧"}, {"class": None}]
)
def test_amounts_and_classes_that_are_none(tax_office: Running, wrong: dict[str, object]) -> None:
    assert called(tax_office, "POST", "/demands", {**DEMAND, **wrong}, key="o-1").status_code == 422


def test_a_bill_number_nobody_gave(tax_office: Running) -> None:
    assert called(tax_office, "GET", "/bills/123").status_code == 404


def test_an_unpaid_bill_can_be_cancelled_and_then_not_paid(tax_office: Running) -> None:
    no = opened(tax_office, "o-1")

    first = called(tax_office, "DELETE", f"/bills/{no}").json()
    again = called(tax_office, "DELETE", f"/bills/{no}").json()
    page = tax_office.http.post(f"/pay/{no}", data={}, headers={"Accept": "text/html"})

    assert first == again == {"state": "cancelled"}
    assert page.status_code == 409
    assert "취소된 고지입니다" in page.text


def test_a_paid_bill_stays_paid(tax_office: Running) -> None:
    no = opened(tax_office, "o-1")
    paid(tax_office, no)

    assert called(tax_office, "DELETE", f"/bills/{no}").json()["state"] == "paid"


def test_paying_twice_is_one_payment(tax_office: Running) -> None:
    no = opened(tax_office, "o-1")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: paid(tax_office, no), range(8)))
    first = called(tax_office, "GET", f"/bills/{no}").json()

    other = opened(tax_office, "o-2")
    paid(tax_office, other)

    assert first["receipt_no"] == "R00000001"
    assert called(tax_office, "GET", f"/bills/{other}").json()["receipt_no"] == "R00000002"


def test_the_page_to_pay_says_what_is_owed_and_leads_back(tax_office: Running) -> None:
    no = opened(tax_office, "o-1")
    back = {"back": "http://127.0.0.1:8000/my/"}

    due = tax_office.http.get(f"/pay/{no}", params=back).text
    after = tax_office.http.post(f"/pay/{no}", data=back, follow_redirects=True).text

    assert "40,500원 내기" in due
    assert "돈은 나가지 않아요" in due
    assert "세금을 냈어요" in after
    assert 'href="http://127.0.0.1:8000/my/"' in after


def test_a_way_back_that_is_a_script_is_left_out(tax_office: Running) -> None:
    no = opened(tax_office, "o-1")

    page = tax_office.http.get(f"/pay/{no}", params={"back": "javascript:alert(1)"}).text

    assert 'href="javascript' not in page


def test_a_licence_notice_is_kept_once(tax_office: Running) -> None:
    notice = {"event": "granted", "licence": "통신판매업 신고"}

    first = called(tax_office, "POST", "/licences", notice, key="n-1").json()
    again = called(tax_office, "POST", "/licences", notice, key="n-1").json()

    assert first == again
    assert len(called(tax_office, "GET", "/licences").json()) == 1

"""The licence tax on the resident's page: what is promised holds for the way it is confirmed."""

import pytest

from eok.offices import queries as offices
from eok.payments.models import LicenceTax
from tests import affairs
from tests.portal.walking import signed_in, text

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

AT_ONCE = "내면 바로 신고증을 드려요"
BY_HAND = "내면 담당자가 확인하고, 그다음에 신고증을 드려요"
ASKED_OF = '내는 방법은 {}(<a href="tel:{}">'


def pages() -> tuple[str, str]:
    """The case's page and 나의 민원, while the tax is owed."""
    tax = LicenceTax.objects.select_related("case__application__person").get()
    client, _ = signed_in(tax.case.application.person)
    return text(client.get(f"/my/cases/{tax.case_id}/")), text(client.get("/my/"))


def test_by_hand_an_officer_confirms_first_and_the_tax_department_tells_how() -> None:
    affairs.granted_mail_order()

    case, my = pages()

    assert BY_HAND in case and ASKED_OF.format("세무관리과", "02-0000-0030") in case
    assert "40,500원 · 담당자가 확인하면 신고증을 드려요" in my
    assert AT_ONCE not in case + my


def test_without_a_tax_department_the_one_in_charge_tells_how(monkeypatch: pytest.MonkeyPatch) -> None:
    affairs.granted_mail_order()
    monkeypatch.setattr(offices, "TAX", "none-of-that-name")

    assert ASKED_OF.format("일자리경제과", "02-0000-0010") in pages()[0]


def test_a_bill_of_the_tax_system_brings_the_certificate_at_once() -> None:
    affairs.granted_mail_order()
    LicenceTax.objects.update(state="demanded", bill_no="12345678901234567")

    case, my = pages()

    assert AT_ONCE in case and AT_ONCE in my
    assert "12345678901234567" in case and "내는 방법은" not in case

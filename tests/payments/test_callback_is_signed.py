"""The door of the tax office opens only to its signature."""

import json
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.test import Client

from eok.casework.models import Case
from eok.core import clock
from eok.linkage import registry
from eok.linkage.shared_secret import signature
from eok.payments.models import LicenceTax, Settlement
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


SECRET = "a secret of this test only"


@pytest.fixture
def owed() -> LicenceTax:
    """A granted case whose tax was demanded under bill 11-1, before the tax office could be reached over the net."""
    case = affairs.granted_mail_order()
    LicenceTax.objects.filter(case=case).update(state="demanded", bill_no="11-1")
    return LicenceTax.objects.get(case=case)


@pytest.fixture
def paid() -> bytes:
    """Word that it was paid."""
    said = {"bill_no": "11-1", "state": "paid", "paid_at": clock.seoul_now().isoformat(), "receipt_no": "R-1"}
    return json.dumps({**said, "won": 40_500}).encode()


@pytest.fixture
def over_the_net(settings: LazySettings) -> Iterator[None]:
    settings.EOK_TAX_OFFICE = "eok.linkage.adapters.http_tax_office.TaxOffice"
    settings.EOK_TAX_OFFICE_URL = "http://127.0.0.1:9"
    settings.EOK_TAX_OFFICE_SECRET = SECRET
    registry.forget()
    yield
    registry.forget()


def told(body: bytes, signature: str | None = None) -> tuple[int, str]:
    """What comes in at the door of the tax office."""
    headers = {"X-Eok-Signature": signature} if signature else {}
    answer = Client().post(
        "/payments/tax-office/callback/", body, content_type="application/json", headers=headers
    )
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"bill_no": "11-1", "state": "paid"}', b"\xff\xfe", b"[" * 5000]
)
def test_a_forged_message_is_refused_and_leaves_no_trace(over_the_net: None, body: bytes) -> None:
    status, said = told(body)

    assert status == 403
    assert "서명" in json.loads(said)["error"]
    assert not Settlement.objects.exists()


@pytest.mark.parametrize("forgery", ["another secret", "none", "yesterday", "another amount"])
def test_a_tax_that_is_owed_stays_owed_and_the_case_waits(
    owed: LicenceTax, paid: bytes, over_the_net: None, forgery: str
) -> None:
    now = int(clock.now().timestamp())
    sign = {
        "another secret": signature("somebody else's", paid, now),
        "none": None,
        "yesterday": signature(SECRET, paid, now - 86_400),
        "another amount": signature(SECRET, paid.replace(b"40500", b"1"), now),
    }[forgery]

    status, said = told(paid, sign)
    affairs.work()

    assert status == 403 and "서명" in json.loads(said)["error"]
    assert LicenceTax.objects.get(pk=owed.pk).state == "demanded"
    assert Case.objects.get(pk=owed.case_id).state == "awaiting_tax" and not Settlement.objects.exists()


def test_the_true_word_is_believed_beside_them(owed: LicenceTax, paid: bytes, over_the_net: None) -> None:
    status, _ = told(paid, signature(SECRET, paid, int(clock.now().timestamp())))

    assert status == 200 and LicenceTax.objects.get(pk=owed.pk).state == "paid"

"""The door of the tax office opens only to its signature."""

import pytest
from django.test import Client

from eok.payments.models import Settlement

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"bill_no": "11-1", "state": "paid"}', b"\xff\xfe", b"[" * 5000]
)
def test_a_forged_message_is_refused_and_leaves_no_trace(
    body: bytes, settings: pytest.FixtureRequest
) -> None:
    settings.EOK_TAX_OFFICE = "eok.linkage.adapters.http_tax_office.TaxOffice"  # type: ignore[attr-defined]  # ours
    settings.EOK_TAX_OFFICE_URL = "http://127.0.0.1:9"  # type: ignore[attr-defined]  # ours
    settings.EOK_TAX_OFFICE_SECRET = "a secret of this test only"  # type: ignore[attr-defined]  # ours

    answer = Client().post("/payments/tax-office/callback/", body, content_type="application/json")

    assert answer.status_code == 403
    assert "서명" in answer.json()["error"]
    assert not Settlement.objects.exists()

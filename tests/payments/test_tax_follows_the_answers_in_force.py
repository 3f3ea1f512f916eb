"""등록면허세 goes to the place of business as it was corrected (지방세법 §25②), under the corrected number."""

import pytest

from eok.payments.actions.demand import payer_of
from tests import affairs
from tests.desk import rooms
from tests.mending import mend

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_corrected_address_and_number_reach_the_tax_office() -> None:
    clerk = rooms.clerk()
    address = {**affairs.ADDRESS, "road": "서울특별시 서초구 보기로 34"}

    case = mend(
        rooms.accepted(), clerk, "2026-11-24T10:00:00+09:00", address=address, business_no="220-81-62517"
    )

    payer = payer_of(case)
    assert payer["place"].startswith("서울특별시 서초구 보기로 34")
    assert payer["id_hint"] == "220-81-62517"

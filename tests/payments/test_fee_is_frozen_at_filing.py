"""The fee is worked out once, from the table of the day and the answers, and kept with the filing."""

from datetime import datetime

import pytest

from eok.casework import fees as case_fees
from eok.casework.models import Case
from eok.core import clock
from eok.payments.models import FeeOrder
from tests import affairs
from tests.house.repository import ROOT

pytestmark = [
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday", "fees"),
]


def test_the_number_is_there_before_anybody_pays(owing: Case) -> None:
    order = FeeOrder.objects.get(case=owing)

    assert owing.application.application_no
    assert (order.won, order.full_won, order.state) == (5_300, 5_300, "owed")
    assert order.refund_rule["withdrawn"] == 50


def test_the_ground_of_a_reduction_is_kept_with_its_source(owing: Case) -> None:
    case = affairs.closure(affairs.person(), business_name="감면식당")

    kept = case_fees.of_case(case)

    assert (kept.full_won, kept.won, kept.reduction) == (5_300, 2_650, "생업을 그만두는 사람")
    assert kept.reduction_source is not None
    assert kept.reduction_source.grade == "미확인"
    assert FeeOrder.objects.get(case=case).won == 2_650


def test_who_pays_nothing_owes_nothing(owing: Case) -> None:
    case = affairs.closure(affairs.person(), business_name="면제식당")

    assert case_fees.of_case(case).full_won == 5_300
    assert not FeeOrder.objects.filter(case=case).exists()


def test_the_table_of_the_day_of_filing_counts() -> None:
    with clock.freeze(datetime.fromisoformat("2027-01-04T10:00:00+09:00")):
        case = affairs.closure(affairs.person(), closed_on="2027-01-02")

    assert FeeOrder.objects.get(case=case).won == 6_000


def test_a_row_of_the_table_by_the_answers() -> None:
    assert FeeOrder.objects.get(case=affairs.mail_order(affairs.person())).won == 28_000


def test_a_later_table_does_not_change_it(owing: Case, settings: object) -> None:
    settings.EOK_DATA_DIR = ROOT / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper

    assert case_fees.of_case(owing).won == 5_300

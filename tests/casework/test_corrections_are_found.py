"""After a supplement lists show and search finds the corrected words."""

import pytest

from eok.casework import queries
from tests.desk import rooms
from tests.mending import mend

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_corrected_name_and_number_are_listed_and_found() -> None:
    clerk = rooms.clerk()

    case = mend(
        rooms.accepted(),
        clerk,
        "2026-11-24T10:00:00+09:00",
        trade_name="푸른상점",
        business_no="220-81-62517",
    )

    assert queries.summary(case) == {"name": "김하늘", "trade_name": "푸른상점"}
    assert list(queries.find("220-81-62517", ["economy"])) == [case]
    assert not queries.find("123-45-67891", ["economy"]).exists()

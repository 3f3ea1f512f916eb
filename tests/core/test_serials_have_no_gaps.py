"""Serial numbers: taken with the act, so a failed act leaves no gap."""

import pytest
from django.db import transaction

from eok.core.serials import next_number

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def test_numbers_follow_each_other_per_series() -> None:
    assert [next_number("case:2026") for _ in range(3)] == [1, 2, 3]
    assert next_number("case:2027") == 1


def test_an_undone_act_gives_its_number_back() -> None:
    next_number("case:2026")
    with pytest.raises(RuntimeError), transaction.atomic():
        assert next_number("case:2026") == 2
        raise RuntimeError

    assert next_number("case:2026") == 2

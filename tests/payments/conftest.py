"""Fees, and a gateway in its own process that this process speaks to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eok.casework.models import Case
from eok.linkage import registry
from tests import affairs
from tests.payments.fee_house import data_with_fees
from tests.simulators.fixtures import _payments_process, payments, receiver
from tests.simulators.process import SECRET, Running

__all__ = ["_payments_process", "payments", "receiver"]


@pytest.fixture
def fees(tmp_path: Path, settings: Any) -> None:
    """Two affairs cost something."""
    settings.EOK_DATA_DIR = data_with_fees(tmp_path)


@pytest.fixture
def gateway(payments: Running, settings: Any) -> Iterator[Running]:
    """We speak to the simulator; it tells us nothing by itself unless a test says so."""
    settings.EOK_PAYMENTS = "eok.linkage.adapters.http_payments.Gateway"
    settings.EOK_PAYMENTS_URL = payments.url
    settings.EOK_PAYMENTS_SECRET = SECRET
    registry.forget()
    payments.control(webhook="never", seconds=1)
    yield payments
    registry.forget()


@pytest.fixture
def owing(fees: None) -> Case:
    """A closure was filed: 5,300 won are owed."""
    return affairs.closure(affairs.person())

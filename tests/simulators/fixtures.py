"""One process per simulator and test run; each test begins with it emptied and well. Conftests name what they use."""

from collections.abc import Iterator

import pytest

from tests.simulators.process import Running, running
from tests.simulators.receiver import Receiver, receiving


@pytest.fixture(scope="session")
def _sms_process() -> Iterator[Running]:
    with running("sms") as simulator:
        yield simulator


@pytest.fixture
def sms(_sms_process: Running) -> Running:
    _sms_process.control(reset=True)
    return _sms_process


@pytest.fixture(scope="session")
def _tax_process() -> Iterator[Running]:
    with running("tax_office") as simulator:
        yield simulator


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as portal:
        yield portal


@pytest.fixture
def tax_office(_tax_process: Running, receiver: Receiver) -> Running:
    _tax_process.control(reset=True, callback_url=receiver.url)
    return _tax_process


@pytest.fixture(scope="session")
def _addresses_process() -> Iterator[Running]:
    with running("addresses") as simulator:
        yield simulator


@pytest.fixture
def addresses(_addresses_process: Running) -> Running:
    _addresses_process.control(reset=True)
    return _addresses_process


@pytest.fixture(scope="session")
def _records_process() -> Iterator[Running]:
    with running("shared_records") as simulator:
        yield simulator


@pytest.fixture
def records(_records_process: Running) -> Running:
    _records_process.control(reset=True)
    return _records_process


@pytest.fixture(scope="session")
def _identity_process() -> Iterator[Running]:
    with running("identity") as simulator:
        yield simulator


@pytest.fixture
def identity(_identity_process: Running) -> Running:
    _identity_process.control(reset=True)
    return _identity_process


@pytest.fixture(scope="session")
def _payments_process() -> Iterator[Running]:
    with running("payments") as simulator:
        yield simulator


@pytest.fixture
def payments(_payments_process: Running, receiver: Receiver) -> Running:
    """The gateway; its webhooks come to `receiver`."""
    _payments_process.control(reset=True, callback_url=receiver.url)
    return _payments_process

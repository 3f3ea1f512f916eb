"""Each contract test runs once per adapter of its port."""

from collections.abc import Iterator
from typing import Any

import pytest

from eok.linkage import ports
from tests.linkage.rigs import adapters_of, rig

PORTS: dict[str, type] = {
    "identity_provider": ports.IdentityProvider,
    "sms_gateway": ports.SmsGateway,
    "tax_office_port": ports.TaxOffice,
    "payment_gateway": ports.PaymentGateway,
    "shared_records": ports.SharedRecords,
    "address_search": ports.AddressSearch,
    "building_register": ports.BuildingRegister,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, port in PORTS.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, adapters_of(port), indirect=True, scope="session")


def _adapter(name: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    with rig(request.param, PORTS[name]) as adapter:
        yield adapter


@pytest.fixture(scope="session")
def identity_provider(request: pytest.FixtureRequest) -> Iterator[ports.IdentityProvider]:
    yield from _adapter("identity_provider", request)


@pytest.fixture(scope="session")
def sms_gateway(request: pytest.FixtureRequest) -> Iterator[ports.SmsGateway]:
    yield from _adapter("sms_gateway", request)


@pytest.fixture(scope="session")
def tax_office_port(request: pytest.FixtureRequest) -> Iterator[ports.TaxOffice]:
    yield from _adapter("tax_office_port", request)


@pytest.fixture(scope="session")
def payment_gateway(request: pytest.FixtureRequest) -> Iterator[ports.PaymentGateway]:
    yield from _adapter("payment_gateway", request)


@pytest.fixture(scope="session")
def shared_records(request: pytest.FixtureRequest) -> Iterator[ports.SharedRecords]:
    yield from _adapter("shared_records", request)


@pytest.fixture(scope="session")
def address_search(request: pytest.FixtureRequest) -> Iterator[ports.AddressSearch]:
    yield from _adapter("address_search", request)


@pytest.fixture(scope="session")
def building_register(request: pytest.FixtureRequest) -> Iterator[ports.BuildingRegister]:
    yield from _adapter("building_register", request)

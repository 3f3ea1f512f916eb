"""The portal with an address search behind it: a simulator, or nobody."""

import pytest
from pytest_django import Settings

from tests.simulators.process import SECRET, Running

ADAPTER = "eok.linkage.adapters.http_addresses.Search"
PATH = "/addrlink/addrLinkApi.do"


@pytest.fixture
def search(addresses: Running, settings: Settings) -> Running:
    """주소 찾기 is connected to the simulator."""
    connect(settings, addresses.url + PATH)
    return addresses


def connect(settings: Settings, url: str, adapter: str = ADAPTER) -> None:
    settings.EOK_ADDRESSES = adapter
    settings.EOK_ADDRESSES_URL = url
    settings.EOK_ADDRESSES_SECRET = SECRET

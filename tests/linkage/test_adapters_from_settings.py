"""Every adapter is built from the settings that the table of options names."""

from typing import Any

import pytest
from pytest_django import Settings

from eok.linkage import registry
from eok.linkage.errors import LinkageError

ADAPTERS = {
    "identity": ("eok.linkage.adapters.oidc.Provider", "EOK_IDENTITY_CLIENT"),
    "sms": ("eok.linkage.adapters.http_sms.Gateway", "EOK_SMS_SECRET"),
    "tax_office": ("eok.linkage.adapters.http_tax_office.TaxOffice", "EOK_TAX_OFFICE_SECRET"),
    "payments": ("eok.linkage.adapters.http_payments.Gateway", "EOK_PAYMENTS_SECRET"),
    "shared_records": ("eok.linkage.adapters.http_shared_records.Records", "EOK_SHARED_RECORDS_SECRET"),
    "addresses": ("eok.linkage.adapters.http_addresses.Search", "EOK_ADDRESSES_SECRET"),
    "building_register": (
        "eok.linkage.adapters.http_building_register.Register",
        "EOK_BUILDING_REGISTER_SECRET",
    ),
}


@pytest.mark.parametrize("name", ADAPTERS)
def test_is_built(settings: Settings, name: str) -> None:
    path, needed = ADAPTERS[name]
    setting = registry.PORTS[name][0]
    setattr(settings, setting, path)
    setattr(settings, f"{setting}_URL", "https://system.example/base/")
    setattr(settings, needed, "value")

    adapter = registry.adapter_class(name).from_settings()

    assert f"{type(adapter).__module__}.{type(adapter).__name__}" == path


@pytest.mark.parametrize("name", ADAPTERS)
def test_names_what_is_missing(settings: Settings, name: str) -> None:
    path, needed = ADAPTERS[name]
    setting = registry.PORTS[name][0]
    setattr(settings, setting, path)
    setattr(settings, f"{setting}_URL", "https://system.example/base/")
    setattr(settings, needed, "")

    with pytest.raises(LinkageError, match=needed):
        registry.adapter_class(name).from_settings()


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("identity", 8), ("payments", 8), ("shared_records", 8), ("addresses", 8), ("sms", 25)],
)
def test_nobody_waits_long_in_front_of_a_page(settings: Settings, name: str, seconds: float) -> None:
    path, needed = ADAPTERS[name]
    setting = registry.PORTS[name][0]
    setattr(settings, setting, path)
    setattr(settings, f"{setting}_URL", "https://system.example/base/")
    setattr(settings, needed, "value")

    adapter: Any = registry.adapter_class(name).from_settings()

    assert adapter._exchange.patience.whole_seconds == seconds

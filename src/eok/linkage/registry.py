"""Which adapter serves which port, as the settings say (`EOK_SMS=eok.linkage.adapters.http_sms.Gateway`)."""

import functools
from typing import Literal, overload

from django.conf import settings
from django.utils.module_loading import import_string

from eok.core.options import OptionError
from eok.linkage import ports

PORTS: dict[str, tuple[str, type[ports.Adapter]]] = {
    "identity": ("EOK_IDENTITY", ports.IdentityProvider),
    "sms": ("EOK_SMS", ports.SmsGateway),
    "tax_office": ("EOK_TAX_OFFICE", ports.TaxOffice),
    "payments": ("EOK_PAYMENTS", ports.PaymentGateway),
    "shared_records": ("EOK_SHARED_RECORDS", ports.SharedRecords),
    "addresses": ("EOK_ADDRESSES", ports.AddressSearch),
    "building_register": ("EOK_BUILDING_REGISTER", ports.BuildingRegister),
}
"""Port name to its setting and its Protocol."""


@overload
def port(name: Literal["identity"]) -> ports.IdentityProvider: ...
@overload
def port(name: Literal["sms"]) -> ports.SmsGateway: ...
@overload
def port(name: Literal["tax_office"]) -> ports.TaxOffice: ...
@overload
def port(name: Literal["payments"]) -> ports.PaymentGateway: ...
@overload
def port(name: Literal["shared_records"]) -> ports.SharedRecords: ...
@overload
def port(name: Literal["addresses"]) -> ports.AddressSearch: ...
@overload
def port(name: Literal["building_register"]) -> ports.BuildingRegister: ...
def port(name: str) -> ports.Adapter:
    """The adapter in use, built once per process. Raises OptionError, LinkageError."""
    return _built(name)


@functools.cache
def _built(name: str) -> ports.Adapter:
    return adapter_class(name).from_settings()


def adapter_class(name: str) -> type[ports.Adapter]:
    """The configured class. Raises OptionError with a sentence naming the setting."""
    setting, protocol = PORTS[name]
    path: str = getattr(settings, setting)
    try:
        found = import_string(path)
    except ImportError as error:
        raise OptionError(
            f"{setting}={path}을(를) 찾을 수 없습니다. 연계 어댑터의 점 표기 경로를 확인해 주세요."
        ) from error
    if not isinstance(found, type) or protocol not in found.__mro__:
        raise OptionError(
            f"{setting}={path}은(는) {protocol.__name__} 어댑터가 아닙니다. 그 포트를 바탕 클래스로 둔 것을 골라 주세요."
        )
    return found


def forget() -> None:
    """Build adapters anew at the next call."""
    _built.cache_clear()


def forget_on_change(*, setting: str, **_: object) -> None:
    """A setting was overridden: adapters hold old values."""
    if setting.startswith("EOK_"):
        forget()

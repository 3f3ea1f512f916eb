"""Reads an adapter's settings, and refuses to build one on an empty or unsafe value."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings

from eok.linkage import shared_secret
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import Exchange, Patience
from eok.linkage.sentences import sentence


def required(system: str, setting: str) -> str:
    """The value of an `EOK_*`. Raises LinkageError naming it when it is empty."""
    value = str(getattr(settings, setting))
    if not value:
        raise LinkageError(system, sentence(system, "missing", setting=setting), retryable=False)
    return value


def address(system: str, setting: str) -> str:
    """The base address in an `EOK_*_URL`: https, or http on this machine."""
    value = required(system, setting)
    if not is_safe_address(value):
        raise LinkageError(system, sentence(system, "address", setting=setting), retryable=False)
    return value


def exchange(system: str, prefix: str, patience: Patience | None = None) -> Exchange:
    """A line to `<prefix>_URL` that shows `<prefix>_SECRET` as bearer token. Raises LinkageError."""
    url = address(system, f"{prefix}_URL")
    secret = required(system, f"{prefix}_SECRET")
    headers = {"Authorization": shared_secret.bearer(secret)}
    return Exchange(system, url, headers=headers, patience=patience, allow_simulator=allow_simulator())


def allow_simulator() -> bool:
    """Simulators answer outside production only."""
    return not settings.EOK_PRODUCTION


def is_safe_address(url: str) -> bool:
    """Personal data and credentials leave the machine over TLS only (전자정부법 §56)."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and _is_this_machine(parts.hostname or "")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

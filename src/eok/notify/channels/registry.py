"""The channels in use (`EOK_NOTIFY_CHANNELS`, by name)."""

from functools import cache
from importlib import import_module

from django.conf import settings

from eok.notify.channels.base import Channel


@cache
def channels() -> tuple[Channel, ...]:
    return tuple(_load(name.strip()) for name in settings.EOK_NOTIFY_CHANNELS.split(",") if name.strip())


def channel(name: str) -> Channel:
    return next((c for c in channels() if c.name == name), None) or _load(name)


def _load(name: str) -> Channel:
    """`sms` is the class Sms of eok.notify.channels.sms."""
    made: Channel = getattr(import_module(f"eok.notify.channels.{name}"), name.capitalize())()
    return made

"""The channels in use (`EOK_NOTIFY_CHANNELS`, by name)."""

from functools import cache
from importlib import import_module

from django.conf import settings

from eok.core.options import OptionError
from eok.notify.channels.base import Channel


@cache
def channels() -> tuple[Channel, ...]:
    return tuple(_load(name.strip()) for name in settings.EOK_NOTIFY_CHANNELS.split(",") if name.strip())


def channel(name: str) -> Channel:
    return next((c for c in channels() if c.name == name), None) or _load(name)


def _load(name: str) -> Channel:
    """`sms` is the class Sms of eok.notify.channels.sms. Raises OptionError."""
    try:
        made: Channel = getattr(import_module(f"eok.notify.channels.{name}"), name.capitalize())()
    except (ImportError, AttributeError) as error:
        raise OptionError(
            f"EOK_NOTIFY_CHANNELS의 {name!r}(이)라는 알리는 길을 찾을 수 없습니다. "
            "docs/settings.md에서 이름을 확인해 주세요."
        ) from error
    return made

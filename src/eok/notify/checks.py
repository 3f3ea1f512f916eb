"""System check: every channel of `EOK_NOTIFY_CHANNELS` is there."""

from collections.abc import Sequence

from django.core import checks

from eok.core.options import OptionError
from eok.core.soundness import START
from eok.notify.channels import registry


def register_all() -> None:
    checks.register(channels_load, "notify", START)


def channels_load(app_configs: object = None, **_: object) -> Sequence[checks.CheckMessage]:
    try:
        registry.channels()
    except OptionError as error:
        return [checks.Error(error.message, id="notify.E001")]
    return []

"""System checks: adapters can be built (always, and at start); connection and credentials work (`--deploy`)."""

from collections.abc import Sequence

from django.core import checks

from eok.core.errors import EokError
from eok.core.options import OptionError
from eok.core.soundness import START
from eok.linkage import registry
from eok.linkage.errors import LinkageError


def register_all() -> None:
    checks.register(adapters_load, "linkage", START)
    checks.register(adapters_answer, "linkage", deploy=True)


def adapters_load(app_configs: object = None, **_: object) -> Sequence[checks.CheckMessage]:
    """Every `EOK_*` that names an adapter names one of the right port, and what it needs is set. Asks nobody."""
    return [
        checks.Error(problem, id="linkage.E001") for name in registry.PORTS if (problem := _loading(name))
    ]


def adapters_answer(app_configs: object = None, **_: object) -> Sequence[checks.CheckMessage]:
    """Every adapter reaches its system and is known there."""
    return [checks.Error(problem, id="linkage.E002") for name in registry.PORTS if (problem := _asking(name))]


def _loading(name: str) -> str | None:
    try:
        registry.adapter_class(name).from_settings()
    except EokError as error:
        return error.message
    return None


def _asking(name: str) -> str | None:
    try:
        registry.adapter_class(name).from_settings().check()
    except OptionError:
        return None  # adapters_load says it
    except LinkageError as error:
        return error.message
    return None

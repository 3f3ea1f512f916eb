"""Settings and Django for the verbs that need them; a bad setting becomes its own sentence."""

import os

from eok.core import options
from eok.core.launch.errors import LaunchError


def settings() -> dict[str, object]:
    """All EOK_* by name, without loading Django. Raises LaunchError."""
    try:
        return options.load()
    except options.OptionError as error:
        raise LaunchError(str(error)) from error


def set_up() -> None:
    """Makes models and management commands available. Raises LaunchError."""
    settings()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eok.settings")
    import django

    django.setup()

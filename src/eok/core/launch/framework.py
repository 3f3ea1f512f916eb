"""Loads Django for the verbs that need the rooms; a bad setting becomes its own sentence."""

import os

from eok.core.launch.errors import LaunchError
from eok.core.options import OptionError


def set_up() -> None:
    """Makes models and management commands available. Raises LaunchError."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eok.settings")
    import django

    try:
        django.setup()
    except OptionError as error:
        raise LaunchError(str(error)) from error

"""`python -m benchmarks.inside MODULE FUNCTION ARGUMENTS…`: one function, with Django set up first."""

import os
import sys
from importlib import import_module

import django


def main(module: str, function: str, *arguments: str) -> None:
    """Settings come from DJANGO_SETTINGS_MODULE, the house's own when it is not set."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eok.settings")
    django.setup()
    getattr(import_module(module), function)(*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])

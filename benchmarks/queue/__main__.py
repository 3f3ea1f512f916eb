"""`python -m benchmarks.queue ours|theirs prepare | enqueue N MS | work`, with that side's settings."""

import os
import sys
from importlib import import_module

import django


def main(side: str, verb: str, *numbers: str) -> None:
    """Exits when done; `work` runs until it is ended."""
    os.environ["DJANGO_SETTINGS_MODULE"] = f"benchmarks.queue.{'our' if side == 'ours' else 'their'}_settings"
    django.setup()
    getattr(import_module(f"benchmarks.queue.{side}"), verb)(*map(int, numbers))


if __name__ == "__main__":
    main(*sys.argv[1:])

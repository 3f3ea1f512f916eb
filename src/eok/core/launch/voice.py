"""What the launcher says on the terminal: progress on stderr, answers on stdout."""

import sys
from contextlib import suppress


def answer(text: str) -> None:
    """A line that was asked for."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """A line about what is being done; where it can't be written (a full disk), that ends nothing."""
    with suppress(OSError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

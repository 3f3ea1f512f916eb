"""What the launcher says on the terminal: progress on stderr, answers on stdout."""

import sys


def answer(text: str) -> None:
    """A line that was asked for."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """A line about what is being done."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()

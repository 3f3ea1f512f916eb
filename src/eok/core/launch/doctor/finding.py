"""One line of the examination."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was looked at and how it is."""

    name: str
    ok: bool
    text: str
    advice: str = ""
    """What to do when it is not ok."""
    optional: bool = False
    """Missing is no fault: needed only for tests, or for rare characters."""

"""What every adapter has, whatever it speaks to."""

from typing import Protocol, Self


class Adapter(Protocol):
    """One class that fulfils one port. It names the port as its base class."""

    @classmethod
    def from_settings(cls) -> Self:
        """Built from `EOK_*`. Raises LinkageError naming the setting that is missing."""
        ...

    def check(self) -> None:
        """Try settings, connection and credentials. Raises LinkageError that names what to mend."""
        ...

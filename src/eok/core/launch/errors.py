"""What keeps the launcher from doing its work; each sentence says what to do."""

from eok.core.errors import EokError


class LaunchError(EokError):
    """Can't be done here or was asked wrongly: exit code 2."""


class FetchError(LaunchError):
    """Something has to come over the network and did not."""

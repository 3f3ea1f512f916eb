"""What keeps an upgrade from being done; each says which version goes on serving."""

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError


class NotReadyError(LaunchError):
    """Found before anything was changed."""


class UpgradeRunsError(LaunchError):
    def __init__(self) -> None:
        super().__init__(
            "다른 올리기가 진행되고 있어 시작하지 않았습니다. 그 올리기는 그대로 계속됩니다. 끝난 뒤 다시 실행해 주세요."
        )


class MigrationError(EokError):
    """A change of the tables was not made."""


class UnendedError(EokError):
    """What was destroyed could not be ended again in restored data."""


class SmokeError(EokError):
    """The new program does not serve the data as it should."""

"""What keeps a backup, a restore or a move from being done; each says what stays as it was."""

from pathlib import Path

from eok.core.errors import EokError, UnavailableError
from eok.core.launch.errors import LaunchError


class TargetError(LaunchError):
    """The place for the backup can't be used."""


class NoRoomError(UnavailableError):
    """The disk is full, or would be."""

    def __init__(self, folder: Path, bytes_needed: int = 0) -> None:
        needed = f" {bytes_needed / 1024**2:,.0f} MB가 필요합니다." if bytes_needed else ""
        super().__init__(
            f"{folder}에 자리가 부족해 멈추었습니다.{needed} 쓰다 만 것은 지웠고, 있던 자료는 그대로입니다. "
            "자리를 비우거나 다른 폴더를 정해 다시 실행해 주세요."
        )


class NothingError(LaunchError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"자료({path})가 없어 시작하지 않았습니다. 아무것도 만들지 않았습니다. EOK_STATE_DIR을 확인하고, "
            "처음이면 ./eok start로 먼저 열어 주세요."
        )


class BackupRunsError(LaunchError):
    def __init__(self) -> None:
        super().__init__(
            "다른 백업이 진행되고 있어 시작하지 않았습니다. 그 백업은 그대로 계속됩니다. 끝난 뒤 다시 실행해 주세요."
        )


class TablesError(LaunchError):
    """The tables are of another version than the program."""


class ToolError(LaunchError):
    """pg_dump or pg_restore is not here, or could not do it."""


class DamagedError(EokError):
    """The archive is not as it was written."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"백업 파일이 손상되어 되살리지 않았습니다: {what}. 아무것도 바꾸지 않았습니다. "
            "이 파일을 옮긴 과정을 확인하고, 다른 백업으로 다시 실행해 주세요."
        )


class NotEmptyError(LaunchError):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}에 이미 자료가 있어 아무것도 쓰지 않았습니다. 있던 자료는 그대로입니다. "
            "빈 곳을 정해 다시 실행해 주세요(폴더는 --into, 데이터베이스는 EOK_DATABASE_URL이나 --to)."
        )


class KindError(LaunchError):
    """The backup is of the other kind of database."""


class OtherKeyError(LaunchError):
    """The keys that lie here are not those of the backup."""


class DifferentError(EokError):
    """What was written is not what was read."""

"""What can go wrong when records are held, deliberated on, handed over or ended."""

from eok.core.errors import ConflictError, EokError, NotFoundError


class TableError(EokError):
    """`retention.yaml` can't be used; the message names file and line."""

    status = 500


class RecordNotFoundError(NotFoundError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: 처리를 마친 기록 가운데 그런 것이 없습니다. 아무것도 바꾸지 않았습니다. 접수번호를 확인해 주세요."
        )


class HeldError(ConflictError):
    """A hold forbids the end (공공기록물법 §27의3; 시행령 §54의4)."""


class NotDueError(ConflictError):
    """It may not be ended yet; the message says what is missing."""


class AlreadyNotedError(ConflictError):
    """The same number was written down before."""

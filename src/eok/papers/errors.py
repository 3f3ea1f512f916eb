"""Why a file can't be taken: each says what to do instead."""

from eok.core.errors import InvalidError, UnavailableError


class UnusableFileError(InvalidError):
    """The file was not stored."""

    def __init__(self, why: str, todo: str) -> None:
        super().__init__(f"{why} 이 파일은 저장하지 않았습니다. {todo}", field="file")


class ScannerDownError(UnavailableError):
    def __init__(self) -> None:
        super().__init__(
            "악성코드 검사기가 응답하지 않아 파일을 받을 수 없습니다. 적은 내용은 그대로 있습니다. 잠시 뒤 다시 올려 주세요."
        )


class StorageFullError(UnavailableError):
    def __init__(self) -> None:
        super().__init__(
            "저장 공간이 부족해 파일을 받을 수 없습니다. 적은 내용은 그대로 있습니다. 잠시 뒤 다시 올리거나 전화로 알려 주세요."
        )

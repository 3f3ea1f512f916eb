"""What can't be checked at all, as opposed to what was checked and is wrong."""

from eok.core.errors import InvalidError


class UnreadableFileError(InvalidError):
    """Empty, too large, or neither PDF nor picture."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"{why} 이 파일은 확인할 수 없습니다. 발급받은 PDF나 문서를 찍은 사진(PNG, JPEG)을 넣어 주세요.",
            field="file",
        )
        self.why = why

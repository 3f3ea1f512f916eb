"""What can go wrong with a certificate before it exists."""

from eok.core.errors import EokError, InvalidError


class DefinitionError(EokError):
    """A file of data/certificates is missing or wrong: ours to mend."""

    status = 500

    def __init__(self, certificate: str, detail: str) -> None:
        super().__init__(
            f"증명서 서식 {certificate}을 읽지 못했습니다. 발급하지 않았습니다. data/certificates의 파일을 확인해 주세요."
        )
        self.detail = detail


class FieldError(InvalidError):
    """A value does not fit its caption; `field` is the value's name."""


class SealImageMissingError(EokError):
    """Outside demonstrations a paper bears the 관인 (행정업무규정 §14①)."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "전자이미지관인이 등록되어 있지 않습니다. 관인 없이는 발급하지 않습니다. 관인 담당자에게 등록을 요청해 주세요."
        )

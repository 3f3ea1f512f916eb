"""What can go wrong with the register."""

from eok.core.errors import ConflictError


class LicenceEndedError(ConflictError):
    """The licence no longer stands; nothing can be done to it."""

    def __init__(self, licence_no: str, label: str) -> None:
        super().__init__(
            f"{licence_no}은(는) 이미 {label} 상태입니다. 바꾸거나 닫을 수 없습니다. 번호를 확인해 주세요."
        )

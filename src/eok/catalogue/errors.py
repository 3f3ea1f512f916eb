"""What can go wrong with the catalogue."""

from eok.core.errors import ConflictError, EokError, InvalidError, NotAllowedError, NotFoundError


class ServiceNotFoundError(NotFoundError):
    """No affair of that id."""

    def __init__(self) -> None:
        super().__init__(
            "찾는 민원사무가 없습니다. 이름이 바뀌었거나 이 구청에서 하지 않는 일입니다. 검색으로 다시 찾아 주세요."
        )


class NotOpenError(NotFoundError):
    """The affair is told here and applied for elsewhere: by telephone, at the counter, on another site."""

    def __init__(self, name: str, department: str, phone: str) -> None:
        super().__init__(
            f"‘{name}’은(는) 아직 이 누리집에서 신청할 수 없습니다. 확인하지 못한 것이 있거나 다른 곳에서 받는 민원입니다. "
            f"{department}({phone})에 전화로 물어봐 주세요."
        )


class UnreadableVersionError(EokError):
    """A stored version has a format number no reader knows: the program is older than its data."""

    status = 500

    def __init__(self, number: int) -> None:
        super().__init__(
            f"이 신청의 서식(형식 {number})을 읽을 수 없습니다. 자료는 그대로 있습니다. "
            "운영자에게 프로그램을 새 판으로 올려 달라고 알려 주세요."
        )


class FactError(InvalidError):
    """What was filled in can't be used; `field` says which part."""


class FactNotFoundError(NotFoundError):
    """No such fact, or none the district may fill."""

    def __init__(self) -> None:
        super().__init__(
            "그런 사실이 없습니다. 채울 수 없거나 이미 법령에서 읽은 것입니다. 목록에서 다시 찾아 주세요."
        )


class FactNotYoursError(NotAllowedError):
    """The officer has not this right, or may not be the second person."""


class FactMovedError(ConflictError):
    """Somebody decided or took it back meanwhile."""

"""What can go wrong with a demand about one's own data."""

from eok.core.errors import ConflictError, NotFoundError


class RequestNotFoundError(NotFoundError):
    """There is none, or it is another person's: both read the same."""

    def __init__(self) -> None:
        super().__init__(
            "그런 열람 요구를 찾을 수 없습니다. 주소가 다르거나 다른 분의 것입니다. 나의 민원에서 다시 찾아 주세요."
        )


class RequestEndedError(ConflictError):
    """Somebody answered or refused it meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "이 요구는 이미 알림이 끝났습니다. 방금 적은 것은 저장하지 않았습니다. 요구의 이력을 확인해 주세요."
        )

"""What can go wrong with messages."""

from eok.core.errors import ConflictError, NotFoundError


class MessageNotFoundError(NotFoundError):
    """No message of that number that an officer sends."""

    def __init__(self) -> None:
        super().__init__(
            "그런 문자가 없습니다. 손으로 보낼 문자만 볼 수 있습니다. 손으로 할 일에서 골라 주세요."
        )


class SentByAnotherError(ConflictError):
    """Another officer has sent it by hand."""

    def __init__(self, who: str, when: str) -> None:
        super().__init__(
            f"{who} 담당자가 {when}에 보냈다고 먼저 적었습니다. 이 문자는 다시 보내지 않아도 됩니다. "
            "손으로 할 일에서 다음 것을 골라 주세요."
        )

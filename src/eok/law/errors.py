"""What can go wrong with the statutes."""

from eok.core.errors import NotFoundError


class FormNotFoundError(NotFoundError):
    """The law has no such form."""

    def __init__(self, law: str, number: str) -> None:
        super().__init__(
            f"{law}에 {number}이(가) 없습니다. 초안을 만들지 않았습니다. 서식의 번호를 법령에서 다시 보고 적어 주세요."
        )

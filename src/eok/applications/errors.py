"""What can go wrong between the first answer and the filing."""

from collections.abc import Sequence

from eok.core.errors import ConflictError, InvalidError, NotFoundError


class DraftNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__(
            "작성하던 신청을 찾을 수 없습니다. 이미 냈거나 보관 기한이 지나 지워졌습니다. 나의 민원에서 확인해 주세요."
        )


class EditedElsewhereError(ConflictError):
    """Another device saved in between; nothing of either was lost."""

    def __init__(self) -> None:
        super().__init__(
            "다른 기기나 창에서 이 신청을 먼저 고쳤습니다. 방금 적은 것은 아직 저장하지 않았습니다. "
            "아래 내용을 확인하고 다시 저장해 주세요."
        )


class ServiceChangedError(ConflictError):
    """The form changed since the draft was begun."""

    def __init__(self) -> None:
        super().__init__(
            "작성하는 동안 이 민원의 서식이 바뀌었습니다. 적은 답은 그대로 옮겨 두었습니다. "
            "새로 묻는 것이 있는지 처음부터 확인해 주세요."
        )


class IncompleteError(InvalidError):
    """Something required is missing; `pages` names where."""

    def __init__(self, pages: Sequence[str]) -> None:
        super().__init__("아직 채우지 않은 곳이 있어 낼 수 없습니다. 표시한 쪽을 채우고 다시 내 주세요.")
        self.pages = tuple(pages)


class NotSignedError(InvalidError):
    """The signature is missing or belongs to another state of the draft."""

    def __init__(self) -> None:
        super().__init__(
            "서명한 뒤에 내용이 바뀌어 낼 수 없습니다. 적은 것은 그대로 있습니다. 내용을 확인하고 다시 서명해 주세요."
        )


class SignersMissingError(ConflictError):
    """Somebody who must sign along has not."""

    def __init__(self) -> None:
        super().__init__(
            "함께 서명할 분의 서명이 다 모이지 않아 낼 수 없습니다. 적은 것은 그대로 있습니다. "
            "누구의 서명이 남았는지 확인하고 다시 내 주세요."
        )


class SignatureRequestNotFoundError(NotFoundError):
    """There is none, it is over, or it was meant for somebody else: all read the same."""

    def __init__(self) -> None:
        super().__init__(
            "서명해 달라는 요청을 열 수 없습니다. 주소가 다르거나, 요청이 끝났거나, 다른 분에게 보낸 요청입니다. "
            "받은 문자의 주소를 다시 열어 보고, 그래도 안 되면 요청한 분에게 이름과 휴대전화 번호가 맞는지 물어봐 주세요."
        )


class ContentChangedError(ConflictError):
    """The draft is not any more what was signed."""

    def __init__(self) -> None:
        super().__init__(
            "서명하는 동안 신청 내용이 바뀌어 서명을 받지 않았습니다. 바뀐 내용을 아래에서 확인하고 다시 서명해 주세요."
        )


class NotASignerError(InvalidError):
    def __init__(self) -> None:
        super().__init__(
            "이 신청에 함께 서명할 분이 아닙니다. 보내거나 저장한 것이 없습니다. 목록에서 다시 골라 주세요."
        )

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

"""What can go wrong with the register."""

from eok.core.errors import ConflictError, EokError, NotAllowedError, NotFoundError
from eok.core.korean import with_particle


class LicenceStateError(ConflictError):
    """The verb is not open in the state of the entry."""

    def __init__(self, licence_no: str, label: str, wanted: str) -> None:
        super().__init__(
            f"{with_particle(licence_no, '은')} 지금 {label} 상태입니다. {with_particle(wanted, '을')} 할 수 없어 아무것도 적지 "
            "않았습니다. 번호와 대장을 확인해 주세요."
        )


class LicenceMissingError(ConflictError):
    """A grant names an entry the register does not hold."""

    def __init__(self, register: str, licence_no: str) -> None:
        super().__init__(
            f"{register}에 {licence_no or '적은 번호'}의 줄이 없습니다. 대장에 적을 수 없어 처리하지 않았습니다. "
            "번호를 확인하거나, 옛 대장을 먼저 옮겨 주세요."
        )


class LicenceMovedError(ConflictError):
    """Somebody wrote into the entry after the page was drawn."""

    def __init__(self, licence_no: str) -> None:
        super().__init__(
            f"그사이 다른 담당자가 {licence_no}의 대장을 고쳤습니다. 방금 보낸 것은 적지 않았습니다. 바뀐 내용을 보고 다시 해 주세요."
        )


class LicenceNotFoundError(NotFoundError):
    """No such entry, or it lies with another department: both read the same."""

    def __init__(self) -> None:
        super().__init__(
            "그런 대장이 없습니다. 번호가 다르거나 다른 부서의 대장입니다. 대장 목록에서 다시 찾아 주세요."
        )


class NotTheDeciderError(NotAllowedError):
    """The delegation table gives the act to somebody else."""

    def __init__(self, what: str, who: str) -> None:
        super().__init__(
            f"{with_particle(what, '은')} 위임전결에 따라 {with_particle(who, '이')} 합니다. 적지 않았습니다. 결재할 분께 알려 주세요."
        )


class RegisterFileError(EokError):
    """A file of `data/registers` can't be used; the sentence is for its editor."""

    status = 500


class ImportFileError(EokError):
    """The file of an older book can't be read at all."""

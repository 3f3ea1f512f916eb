"""What can go wrong with the district's own facts."""

from eok.core.errors import EokError, NotFoundError


class DepartmentNotFoundError(NotFoundError):
    """No department of that key on that day."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"담당 부서({key})를 찾을 수 없습니다. 부서가 바뀌었을 수 있습니다. 대표전화로 물어봐 주세요."
        )


class DistrictFileError(EokError):
    """A file of the district can't be used; the sentence is for its editor."""

    status = 500

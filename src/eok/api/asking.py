"""진위확인 for programs: the page's own two questions. What is sent is not kept."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from eok.api.answers.certificates import FileSaid, StandingSaid
from eok.api.questions import Number
from eok.core.errors import InvalidError, NotFoundError
from eok.verification import asking

NOT_OURS = "그런 문서를 낸 적이 없습니다. 번호를 잘못 적었거나 우리 구의 문서가 아닙니다. 문서의 번호와 한 자리씩 견주어 주세요."
NO_FILE = "파일이 없습니다. 확인한 것이 없습니다. file이라는 이름으로 PDF나 사진 하나를 넣어 주세요."


def by_number(*, request: HttpRequest, asked: Number) -> StandingSaid:
    """Asked as slowly as on the page: both count at one door."""
    found = asking.about_number(request, asked.number)
    if found is None:
        raise NotFoundError(NOT_OURS)
    return StandingSaid.of(found)


def by_file(*, request: HttpRequest, file: "UploadedFile[bytes] | None") -> FileSaid:
    if file is None:
        raise InvalidError(NO_FILE, "file")
    return FileSaid.of(*asking.about_file(file))

"""What can go wrong between us and the server."""

from django.db.utils import OperationalError

from eok.core.errors import UnavailableError


class CommitUnknownError(UnavailableError, OperationalError):
    """The line broke while the server was committing: done or not done, nobody can tell from here."""

    def __init__(self) -> None:
        super().__init__(
            "저장하는 도중에 자료를 두는 서버와 연결이 끊겨, 저장되었는지 아직 알 수 없습니다. "
            "잠시 뒤 같은 것을 한 번 더 보내 주세요. 이미 저장되었으면 두 번 접수되지 않습니다."
        )

"""What a database says that can't be reached or written, as a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from eok.core.backup.errors import ToolError
from eok.core.errors import EokError


@contextmanager
def told() -> Iterator[None]:
    """Raises ToolError."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, EokError):
            raise
        raise ToolError(
            "데이터베이스에 닿지 못했거나 거절당해 마치지 못했습니다. 있던 자료는 그대로입니다. "
            f"주소(EOK_DATABASE_URL이나 --to)와 서버를 확인하고 다시 실행해 주세요. ({error})"
        ) from error

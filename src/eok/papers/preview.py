"""Show an upload as images: what is inside can't run, whatever it is."""

from eok.core.errors import NotFoundError
from eok.papers import apart, queries
from eok.papers.models import Upload

MAX_WIDTH = 1600


def page_png(upload: Upload, page: int, *, width: int = 1000) -> bytes:
    """One page, from 1, as PNG at most `width` pixels wide. Raises NotFoundError beyond the last, TooHeavyError."""
    if not 1 <= page <= upload.pages:
        raise NotFoundError(
            "그런 쪽이 없습니다. 파일은 처음부터 끝까지 그대로 있습니다. 쪽 번호를 확인해 주세요."
        )
    which = str(page) if upload.media_type == "application/pdf" else ""
    return apart.call(
        "eok.papers.drawing:draw", queries.content(upload), which, str(min(max(width, 100), MAX_WIDTH))
    )

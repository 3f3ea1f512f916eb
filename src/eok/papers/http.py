"""Answers that carry an upload: headers that keep what is inside from running or being cached."""

from urllib.parse import quote

from django.http import HttpResponse

from eok.papers import preview, queries
from eok.papers.models import Upload

SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


def page_image(upload: Upload, page: int) -> HttpResponse:
    """One page as PNG."""
    return _closed(HttpResponse(preview.page_png(upload, page), content_type="image/png"))


def download(upload: Upload, *, name: str | None = None, inline: bool = False) -> HttpResponse:
    """The bytes as they were given, to be saved (or, for papers of our own, shown)."""
    response = _closed(HttpResponse(queries.content(upload), content_type=upload.media_type))
    shown = quote(name or queries.name(upload))
    kind = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{shown}"
    return response


def _closed(response: HttpResponse) -> HttpResponse:
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "no-store"
    return response

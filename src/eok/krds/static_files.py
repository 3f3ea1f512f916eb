"""Serves the static folder before Django sees the request.

Names carry a digest of the content, so browsers may keep them without asking again; the ready
brotli or gzip file is sent where the browser takes it.
"""

import re
from typing import TYPE_CHECKING

from whitenoise import WhiteNoise

from eok.krds import assets

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


def _never_changes(path: str, url: str) -> bool:
    return bool(_HASHED.search(url))


def serve_static(app: "WSGIApplication") -> "WSGIApplication":
    """The application with the static folder in front of it."""
    folder = assets.static_dir()
    folder.mkdir(parents=True, exist_ok=True)
    wrapped: WSGIApplication = WhiteNoise(
        app, root=folder, prefix=assets.PREFIX, max_age=0, immutable_file_test=_never_changes
    )
    return wrapped

"""Uploads leave from an origin of their own (`EOK_FILES_URL`): what is inside never shares one with our pages.

The same processes serve it, told by the Host header. There only `/files/<ticket>` exists, no cookie is read or set, and
every other path leads back to the portal. OWASP ASVS 5 V3, V5 (content served from a separate host name).
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

Handler = Callable[[HttpRequest], HttpResponseBase]

FILES = "/files/"


def url() -> str:
    """The origin of uploads, or empty: they leave from the portal's own, under a sandbox."""
    return str(settings.EOK_FILES_URL)


def is_files_host(request: HttpRequest) -> bool:
    return bool(url()) and request.get_host() == urlsplit(url()).netloc


def files_apart(get_response: Handler) -> Handler:
    """Stands before sessions, so that none is looked for there."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_files_host(request):
            return get_response(request)
        if not request.path.startswith(FILES):
            return redirect(f"{settings.EOK_BASE_URL}{request.get_full_path()}")
        request.COOKIES = {}
        response = get_response(request)
        getattr(response, "cookies", {}).clear()
        return response

    return middleware

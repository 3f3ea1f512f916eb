"""What happens to every request: guards before, headers after, and every error as a plain page.

CSP Level 3; the headers follow OWASP ASVS 5 V3. A page never shows a trace: it says what happened,
that nothing was lost, what to do, whom to call.
"""

import errno
import logging
import sys
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError

from eok.core.errors import EokError, InvalidError, NotFoundError, UnavailableError
from eok.krds.page import render

log = logging.getLogger("eok.request")

Handler = Callable[[HttpRequest], HttpResponseBase]

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
NOWHERE = "찾는 화면이 없습니다. 주소가 바뀌었거나 지워졌습니다. 검색으로 다시 찾아 주세요."
RETRY_SECONDS = "10"
"""When it is worth asking again while something is down (RFC 9110 §10.2.3)."""
MAX_BODY = 55 * 1024 * 1024
"""Bytes of one request: twenty papers go up one by one, each at most 20 MB."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HSTS = "max-age=31536000; includeSubDomains"
"""A year (RFC 6797): shorter protects nobody who comes rarely."""


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def content_security_policy() -> str:
    """Everything from ourselves; uploads also from their own origin, forms also to the identity provider (RFC 6749)."""
    identity = "" if settings.EOK_ROLE == "desk" else settings.EOK_IDENTITY_URL
    return _policy(_origin(identity), _origin(settings.EOK_FILES_URL))


@cache
def _policy(identity: str, files: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src 'self' blob: {files}".strip(),
            "font-src 'self'",
            "connect-src 'self'",
            f"frame-src 'self' {files}".strip(),
            f"form-action 'self' {identity}".strip(),
            "base-uri 'none'",
            "frame-ancestors 'self'",
            "report-uri /csp-reports/",
        )
    )


def _with_reports(policy: str) -> dict[str, str]:
    """By https browsers gather reports under a name (Reporting API); by http they would then report nothing at all."""
    if not settings.SESSION_COOKIE_SECURE:
        return {"Content-Security-Policy": policy}
    named = {"Reporting-Endpoints": 'csp="/csp-reports/"', "Strict-Transport-Security": HSTS}
    return {"Content-Security-Policy": f"{policy}; report-to csp", **named}


def security_headers(get_response: Handler) -> Handler:
    """Headers every answer carries."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in {**HEADERS, **_with_reports(content_security_policy())}.items():
            response.headers.setdefault(name, value)
        if response.status_code == 503:
            response.headers.setdefault("Retry-After", RETRY_SECONDS)
        if request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def request_guard(get_response: Handler) -> Handler:
    """Refuse early what no page can use: bodies beyond all limits, broken addresses."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.get_full_path() or "\x00" in request.path:
            return error_page(
                request, NotFoundError("주소가 올바르지 않습니다. 첫 화면에서 다시 찾아 주세요.")
            )
        if _length(request) > MAX_BODY:
            return error_page(request, too_large())
        return get_response(request)

    return middleware


def errors_as_pages(get_response: Handler) -> Handler:
    """Turn what a view raised into a page that people can read."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    middleware.process_exception = _as_page  # type: ignore[attr-defined]  # Django looks for it here
    return middleware


def error_page(request: HttpRequest, error: EokError) -> HttpResponse:
    """The page of one error, with its status."""
    try:
        response = _drawn(request, error)
    except (DatabaseError, InterfaceError):  # who looks can't be asked either
        request.viewer = None  # type: ignore[attr-defined]  # as accounts put it there
        response = _drawn(request, error)
    if error.status == 429:  # RFC 9110 §10.2.3
        response.headers["Retry-After"] = str(getattr(error, "seconds", 60))
    return response


def _drawn(request: HttpRequest, error: EokError) -> HttpResponse:
    return render(request, "krds/error.html", {"message": error.message}, status=error.status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere."""
    error = EokError(
        "화면이 열린 지 오래되어 보내지 못했습니다. 적은 내용은 마지막 임시저장까지 남아 있습니다. "
        "앞 화면으로 돌아가 새로 고친 뒤 다시 보내 주세요."
    )
    error.status = 403
    return error_page(request, error)


def too_large() -> EokError:
    error = InvalidError(
        "보낸 파일이 너무 큽니다. 아무것도 저장하지 않았습니다. 한 개에 20MB 아래로 줄여서 다시 올려 주세요."
    )
    error.status = 413
    return error


def _length(request: HttpRequest) -> int:
    text = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(text) if text.isdigit() else 0


def _as_page(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    error = translate(exception)
    if error is None:
        return None
    if error.status >= 500:
        log.error("%s: %s", type(exception).__name__, exception)
    return error_page(request, error)


def translate(exception: Exception) -> EokError | None:
    """What people are told of it; None for a fault of ours."""
    if isinstance(exception, EokError):
        return exception
    if isinstance(exception, Http404):
        return NotFoundError(NOWHERE)
    if isinstance(exception, TooManyFilesSent):
        return InvalidError(
            f"파일은 한 번에 {settings.DATA_UPLOAD_MAX_NUMBER_FILES}개까지 올릴 수 있습니다. "
            "아무것도 저장하지 않았습니다. 나누어 올려 주세요."
        )
    if isinstance(exception, RequestDataTooBig):
        return too_large()
    if isinstance(exception, SuspiciousOperation | BadRequest | MultiPartParserError):
        return EokError("보낸 내용을 읽을 수 없습니다. 아무것도 저장하지 않았습니다. 다시 시도해 주세요.")
    if isinstance(exception, DatabaseError | InterfaceError) or _no_room(exception):
        return UnavailableError(
            "지금은 저장할 수 없습니다. 이미 접수된 것은 그대로 있고, 방금 보낸 것은 저장되지 않았습니다. "
            "잠시 뒤 다시 시도하거나 전화로 알려 주세요."
        )
    return None


def _no_room(exception: Exception) -> bool:
    """The disk is full or can't be written; other file errors are faults of ours."""
    return isinstance(exception, OSError) and exception.errno in NO_ROOM


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404: an address that leads nowhere."""
    return error_page(request, NotFoundError(NOWHERE))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400: what a guard before the view could not read, such as too many files."""
    return _as_page(request, exception) or broken(request)


def broken(request: HttpRequest) -> HttpResponse:
    """handler500: what went wrong outside a view, or a fault of ours; the trace is in the log.

    A full disk may show as early as the session's first look into the database.
    """
    exception = sys.exc_info()[1]
    error = translate(exception) if isinstance(exception, Exception) else None
    if error is None:
        error = EokError(
            "화면을 만드는 중에 문제가 생겼습니다. 저장한 것은 그대로 있습니다. 잠시 뒤 다시 하거나 전화로 알려 주세요."
        )
        error.status = 500
    return error_page(request, error)

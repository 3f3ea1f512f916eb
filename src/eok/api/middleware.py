"""What goes wrong around a view is told to a program as a problem too, not as a page for people.

Guards before the views, Django itself and the last net all answer with pages; under `/api/v1/` these are replaced.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from eok.api.problems import CODES, MEDIA_TYPE, TITLES, problem

PREFIX = "/api/v1/"


def errors_as_problems(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Wraps everything that may answer with a page of an error."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code < 400 or not request.path.startswith(PREFIX):
            return response
        return response if response.headers.get("Content-Type") == MEDIA_TYPE else _told(response)

    return middleware


def _told(page: HttpResponseBase) -> HttpResponse:
    title = TITLES[CODES.get(page.status_code, "fault" if page.status_code >= 500 else "bad-request")]
    told = problem(
        page.status_code, f"{title}. 저장하거나 바꾼 것은 없습니다. 설명(/api/)을 보고 다시 물어봐 주세요."
    )
    for name in ("Allow", "Retry-After"):
        if name in page.headers:
            told.headers[name] = page.headers[name]
    return told

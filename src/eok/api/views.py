"""Request → one row of the table → JSON. Methods, CORS and errors are the same at every address."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from eok.api import page, reading
from eok.api.document import document_json
from eok.api.endpoints import ENDPOINTS, Endpoint
from eok.api.problems import UnreadableQuestionError, WrongMethodError, of_error
from eok.api.questions import Nothing
from eok.core.access import Who, open_to
from eok.core.errors import EokError, NotFoundError
from eok.core.keeping import keep
from eok.krds.page import render

JSON = "application/json"
SAFE = ("GET", "HEAD", "OPTIONS")
NOWHERE = "그런 주소가 없습니다. 물은 것을 찾지 않았습니다. /api/v1/에서 있는 주소를 골라 주세요."


@require_safe
@open_to(Who.ANYONE)
def described(request: HttpRequest) -> HttpResponse:
    """`/api/`: the interface in words, with examples."""
    return keep(request, render(request, "api/described.html", page.described()), until="version")


def view_of(endpoint: Endpoint) -> Callable[..., HttpResponseBase]:
    """The view of a row. Nothing is changed by asking, so no form token is wanted."""
    allowed = SAFE if endpoint.method == "GET" else (endpoint.method, "OPTIONS")
    answered = partial(_endpoint, endpoint)
    return csrf_exempt(open_to(Who.ANYONE)(partial(_guarded, allowed, answered)))


@csrf_exempt
@open_to(Who.ANYONE)
def description(request: HttpRequest) -> HttpResponse:
    """`/api/v1/openapi.json`"""
    return _guarded(SAFE, _description, request)


@csrf_exempt
@open_to(Who.ANYONE)
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address under `/api/v1/`."""
    return of_error(NotFoundError(NOWHERE))


def _guarded(
    allowed: tuple[str, ...], answered: Callable[..., HttpResponse], request: HttpRequest, **path: str
) -> HttpResponse:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204)
    elif request.method in allowed:
        response = _or_problem(answered, request, path)
    else:
        response = of_error(
            WrongMethodError(
                f"이 주소는 {', '.join(allowed)}로만 묻습니다. 아무것도 하지 않았습니다. 고쳐 주세요."
            )
        )
    if request.method == "OPTIONS" or response.status_code == 405:
        response.headers["Allow"] = ", ".join(allowed)
    return _for_other_sites(response) if "GET" in allowed else response


def _or_problem(
    answered: Callable[..., HttpResponse], request: HttpRequest, path: dict[str, str]
) -> HttpResponse:
    try:
        return answered(request, **path)
    except EokError as error:
        return of_error(error)


def _for_other_sites(response: HttpResponse) -> HttpResponse:
    """Scripts of any site may read what is the same for all; never with credentials (Fetch standard, CORS)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if response.status_code == 204:
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _endpoint(endpoint: Endpoint, request: HttpRequest, **path: str) -> HttpResponse:
    said = endpoint.reply(**_asked(endpoint, request), **path)
    response = HttpResponse(said.model_dump_json(), content_type=JSON)
    if endpoint.keep:
        return keep(request, response, until=endpoint.keep)
    response.headers["Cache-Control"] = "no-store"
    return response


def _asked(endpoint: Endpoint, request: HttpRequest) -> dict[str, Any]:
    if endpoint.takes == "file":
        return {"request": request, "file": reading.file(request)}
    if endpoint.takes == "json":
        reading.query(request, Nothing)
        return {"request": request, "asked": reading.body(request, endpoint.asked)}
    return {"asked": reading.query(request, endpoint.asked)}


def _description(request: HttpRequest) -> HttpResponse:
    if request.GET:
        raise UnreadableQuestionError("이 주소에는 물을 것이 없습니다. 물음표 뒤를 빼고 다시 열어 주세요.")
    return keep(request, HttpResponse(document_json(), content_type=JSON), until="version")


VIEWS = {endpoint.name: view_of(endpoint) for endpoint in ENDPOINTS}

"""HTTP as RFC 9110 has it: methods, Allow, HEAD, ETag, other sites, and problems instead of pages."""

import io
from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client

from eok.api.problems import MEDIA_TYPE
from tests.api import served

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
SERVICES = "/api/v1/services"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "POST", "BREW"])
def test_another_method_is_refused_with_those_allowed(method: str) -> None:
    response = Client().generic(method, SERVICES)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response["Content-Type"] == MEDIA_TYPE


def test_options_tells_what_is_allowed() -> None:
    response = Client().options("/api/v1/certificates/number")

    assert (response.status_code, response["Allow"]) == (204, "POST, OPTIONS")
    assert "Access-Control-Allow-Origin" not in response


def test_other_sites_may_read_but_never_as_somebody() -> None:
    response = Client().options(SERVICES)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response


@pytest.mark.parametrize(
    "address", ["nothing", "services/NO", "services/no-such", "calendar/1999", "%00", "services/%0A"]
)
def test_an_address_that_leads_nowhere_is_a_problem(address: str) -> None:
    response = Client().get(f"/api/v1/{address}")

    assert (response.status_code, response["Content-Type"]) == (404, MEDIA_TYPE)
    assert response.json()["status"] == 404


def test_head_has_the_headers_and_no_body() -> None:
    _, whole, body = served_whole("GET")
    status, headers, empty = served_whole("HEAD")

    assert (status, headers["ETag"], empty) == ("200 OK", whole["ETag"], b"")
    assert int(headers["Content-Length"]) == len(body)


def test_what_did_not_change_is_not_sent_again() -> None:
    _, headers, _ = served_whole("GET")

    status, _, body = served_whole("GET", HTTP_IF_NONE_MATCH=headers["ETag"])

    assert (status, body) == ("304 Not Modified", b"")


def test_a_part_of_the_list_is_kept_as_well() -> None:
    _, headers, _ = served_whole("GET", QUERY_STRING="limit=1&after=food-business-closure")

    assert "ETag" in headers


def test_a_request_too_large_is_a_problem_as_well() -> None:
    response = Client().post(
        "/api/v1/certificates/file", b"", content_type="text/plain", CONTENT_LENGTH=str(2**40)
    )

    assert (response.status_code, response["Content-Type"]) == (413, MEDIA_TYPE)


def served_whole(method: str, **environ: str) -> tuple[str, dict[str, str], bytes]:
    """An answer with the page cache before it, as granian serves it."""
    seen: list[Any] = []
    whole = {
        "REQUEST_METHOD": method, "PATH_INFO": SERVICES, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http", "wsgi.errors": io.StringIO(), **environ,
    }  # fmt: skip
    chunks: Iterable[bytes] = served.application()(
        whole, lambda status, headers, exc=None: seen.extend((status, headers))
    )
    body = b"".join(chunks)
    return seen[0], dict(seen[1]), body

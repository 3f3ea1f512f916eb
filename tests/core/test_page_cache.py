"""Pages kept as bytes: only what says so, only without a session, never after its version."""

from collections.abc import Iterable
from typing import Any

import pytest

from eok.core.page_cache import MARK, PageCache


class House:
    """A WSGI application that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.mark: str | None = "version"
        self.version, self.minute = "1", "m"
        self.cache = PageCache(self.answer, version=lambda: self.version, minute=lambda: self.minute)

    def answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked += 1
        headers = [("Content-Type", "text/html")] + ([(MARK, self.mark)] if self.mark else [])
        start_response("200 OK", headers)
        return [f"page {self.asked}".encode()]

    def get(self, path: str = "/", query: str = "", **environ: str) -> tuple[str, dict[str, str], bytes]:
        seen: list[Any] = []
        body = self.cache(
            {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, **environ},
            lambda status, headers, exc=None: seen.extend((status, dict(headers))),
        )
        return seen[0], seen[1], b"".join(body)


@pytest.fixture
def house() -> House:
    return House()


def test_the_second_visitor_gets_the_kept_page(house: House) -> None:
    first, second = house.get(), house.get()

    assert first[2] == second[2] == b"page 1"
    assert house.asked == 1


def test_the_mark_never_leaves_the_house(house: House) -> None:
    assert MARK not in house.get()[1]
    assert MARK not in house.get(HTTP_COOKIE="eok_session=x")[1]


def test_a_session_is_never_answered_from_memory(house: House) -> None:
    house.get()

    assert house.get(HTTP_COOKIE="eok_session=abc")[2] == b"page 2"
    assert house.get()[2] == b"page 1"


def test_a_page_without_the_mark_is_not_kept(house: House) -> None:
    house.mark = None

    house.get()

    assert house.get()[2] == b"page 2"


def test_a_new_version_is_asked_for_anew(house: House) -> None:
    house.get()
    house.version = "2"

    assert house.get()[2] == b"page 2"


def test_a_page_drawn_while_the_version_changed_is_not_kept_as_the_new_one(house: House) -> None:
    draw = house.answer

    def changing(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        drawn = draw(environ, start_response)
        house.version = "2"
        return drawn

    house.cache._app = changing
    house.get()

    assert house.get()[2] == b"page 2"


def test_static_files_have_a_keeper_of_their_own(house: House) -> None:
    house.get("/static/a.css")

    assert house.get("/static/a.css")[2] == b"page 2"


def test_a_page_of_the_minute_ends_with_it(house: House) -> None:
    house.mark = "minute"
    house.get()
    assert house.get()[2] == b"page 1"
    house.minute = "n"

    assert house.get()[2] == b"page 2"


def test_an_unknown_parameter_cannot_fill_the_memory(house: House) -> None:
    house.get(query="x=1")

    assert house.get(query="x=1")[2] == b"page 2"


def test_known_parameters_make_pages_of_their_own(house: House) -> None:
    assert house.get(query="q=a")[2] != house.get(query="q=b")[2]
    assert house.get(query="q=a")[2] == b"page 1"


def test_an_unchanged_page_is_not_sent_again(house: House) -> None:
    etag = house.get()[1]["ETag"]

    status, headers, body = house.get(HTTP_IF_NONE_MATCH=etag)

    assert (status, body, headers["ETag"]) == ("304 Not Modified", b"", etag)


def test_encodings_are_kept_apart(house: House) -> None:
    assert house.get(HTTP_ACCEPT_ENCODING="gzip")[1]["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in house.get()[1]


def test_a_head_request_has_no_body(house: House) -> None:
    seen: list[Any] = []
    body = house.cache(
        {"REQUEST_METHOD": "HEAD", "PATH_INFO": "/", "QUERY_STRING": ""},
        lambda status, headers, exc=None: seen.append(status),
    )

    assert b"".join(body) == b""
    assert seen == ["200 OK"]


def test_hits_are_counted(house: House) -> None:
    house.get("/services/a")
    house.get("/services/a")

    assert house.cache.hits == {"/services/a": 1}

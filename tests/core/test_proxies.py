"""Behind our proxies the visitor's address counts; headers that somebody else wrote do not."""

from collections.abc import Callable
from typing import Any

import pytest

from eok.core import options
from eok.core.proxies import Environ, behind, read, visitor

OURS = read("10.0.0.5, 10.1.0.0/24, fd00::/8")


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, 10.1.0.9", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7, 10.1.0.9", "203.0.113.7"),
        ("203.0.113.7:51234", "203.0.113.7"),
        ("[2001:db8::7]:443", "2001:db8::7"),
        ("2001:db8::7, fd00::1", "2001:db8::7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("10.1.0.8, 10.1.0.9", "10.1.0.8"),
        ("", "10.0.0.5"),
        ("203.0.113.7, unknown", "10.0.0.5"),
        ("<script>, 10.1.0.9", "10.1.0.9"),
    ],
)
def test_the_last_address_that_is_not_ours_is_the_visitor(forwarded: str, address: str) -> None:
    assert visitor("10.0.0.5", forwarded, OURS) == address


def test_our_proxy_is_believed() -> None:
    seen = _asked(
        OURS, REMOTE_ADDR="10.0.0.5", HTTP_X_FORWARDED_FOR="203.0.113.7", HTTP_X_FORWARDED_PROTO="https"
    )

    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("203.0.113.7", "https")


@pytest.mark.parametrize("proxies", [OURS, ()])
def test_what_a_stranger_writes_is_not(proxies: Any) -> None:
    seen = _asked(
        proxies,
        REMOTE_ADDR="198.51.100.9",
        HTTP_X_FORWARDED_FOR="203.0.113.7",
        HTTP_X_FORWARDED_PROTO="https",
    )

    assert (seen["REMOTE_ADDR"], seen["wsgi.url_scheme"]) == ("198.51.100.9", "http")


def test_a_wrong_address_is_told_at_start() -> None:
    with pytest.raises(options.OptionError, match="EOK_PROXIES"):
        options.load({"EOK_PROXIES": "nginx.inner"})


def _asked(proxies: Any, **environ: str) -> Environ:
    """What the application sees of a request."""
    seen: Environ = {}

    def app(environ: Environ, start_response: Callable[..., Any]) -> list[bytes]:
        seen.update(environ)
        return []

    behind(app, proxies)({"wsgi.url_scheme": "http", **environ}, lambda *_: None)
    return seen

"""The guard in front of the page cache: a no before anything is made, at a cost of about a microsecond."""

import time
from collections.abc import Iterable
from typing import Any

import pytest

from eok.gate import flood
from eok.gate.limits import PAGES, Rate

FEW = Rate(burst=3, per_minute=60)


def page(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"page"]


def asked(app: flood.App, address: str, times: int) -> list[str]:
    said: list[Any] = []
    for _ in range(times):
        list(app({"REMOTE_ADDR": address}, lambda status, headers: said.append((status, dict(headers)))))
    return [status.split()[0] for status, _ in said]


def test_a_flood_of_one_address_stops_and_another_goes_on() -> None:
    app = flood.guarded(page, FEW)

    assert asked(app, "198.51.100.1", 5) == ["200", "200", "200", "429", "429"]
    assert asked(app, "198.51.100.2", 1) == ["200"]


def test_the_no_says_when_to_come_back() -> None:
    app = flood.guarded(page, FEW)
    said: list[Any] = []

    for _ in range(4):
        body = b"".join(
            app({"REMOTE_ADDR": "198.51.100.1"}, lambda status, headers: said.append(dict(headers)))
        )

    assert int(said[-1]["Retry-After"]) >= 1
    assert "잠시 멈췄습니다" in body.decode()


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_everybody_behind_it_and_is_not_counted(address: str) -> None:
    assert asked(flood.guarded(page, FEW), address, 10) == ["200"] * 10


def test_a_whole_office_behind_one_address_does_not_notice() -> None:
    """Two hundred people who each open ten things within a minute."""
    assert set(asked(flood.guarded(page, PAGES), "198.51.100.1", 2000)) == {"200"}


def test_switched_off_it_is_not_there() -> None:
    assert flood.guarded(page, FEW, on=False) is page


def test_it_costs_less_than_ten_microseconds() -> None:
    bare, guarded = page, flood.guarded(page, Rate(10**9, 10**9))

    best = {app: min(_seconds(app) for _ in range(7)) for app in (bare, guarded)}

    assert (best[guarded] - best[bare]) / 2000 < 10e-6


def _seconds(app: flood.App) -> float:
    environ = {"REMOTE_ADDR": "198.51.100.1"}
    began = time.perf_counter()
    for _ in range(2000):
        app(environ, lambda status, headers: None)
    return time.perf_counter() - began

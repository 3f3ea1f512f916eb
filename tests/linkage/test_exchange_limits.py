"""Time and size have ends; redirects and simulators in production are not followed."""

import time

import pytest

from eok.linkage.answer import LONGEST_ANSWER
from eok.linkage.breaker import Breaker
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import Call, Exchange, Patience
from tests.linkage.scripted import Say, scripted

READ = Call("status", "GET", "/bills/1")
ONCE = Patience(connect_seconds=1.0, read_seconds=0.2, whole_seconds=0.6, attempts=1)


def test_a_silent_system_does_not_hold_us() -> None:
    started = time.monotonic()

    with scripted(Say(hang=True)) as server, pytest.raises(LinkageError, match="답이 오지 않았습니다"):
        Exchange("tax_office", server.url, patience=ONCE).send(READ)

    assert time.monotonic() - started < 2


@pytest.mark.parametrize("from_the_head", [False, True])
def test_a_dripping_answer_does_not_hold_us(from_the_head: bool) -> None:
    dripping = Say(body=b"x" * 200, drip_seconds=0.1, drips_from_the_head=from_the_head)
    started = time.monotonic()

    with scripted(dripping) as server, pytest.raises(LinkageError, match="답이 오지 않았습니다"):
        Exchange("tax_office", server.url, patience=ONCE).send(READ)

    assert time.monotonic() - started < 3


def test_an_endless_answer_is_cut() -> None:
    with scripted(Say(body=b"x" * (LONGEST_ANSWER + 1))) as server, pytest.raises(LinkageError):
        Exchange("tax_office", server.url, patience=Patience(attempts=1)).send(READ)


def test_a_redirect_is_not_followed() -> None:
    with (
        scripted(Say(302, headers={"Location": "http://127.0.0.1:9/"})) as server,
        pytest.raises(LinkageError),
    ):
        Exchange("tax_office", server.url).send(READ)

    assert len(server.asked) == 1


@pytest.mark.parametrize("allowed", [True, False])
def test_a_simulator_answers_outside_production_only(allowed: bool) -> None:
    with scripted(Say(headers={"X-Eok-Simulator": "tax_office"})) as server:
        line = Exchange("tax_office", server.url, allow_simulator=allowed)
        if allowed:
            assert line.send(READ).status == 200
            return
        with pytest.raises(LinkageError, match="모의 시스템") as caught:
            line.send(READ)

    assert caught.value.retryable is False


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    with scripted(Say()) as server:
        assert Exchange("tax_office", server.url).send(READ).status == 200


def test_after_five_failures_it_is_left_alone_and_then_tried_once() -> None:
    ticks = [0.0]
    breaker = Breaker(limit=5, rest_seconds=30, ticks=lambda: ticks[0])
    with scripted(*[Say(500)] * 6, Say(200)) as server:
        line = Exchange("tax_office", server.url, patience=Patience(attempts=1), breaker=breaker)
        for _ in range(5):
            with pytest.raises(LinkageError, match="장애가 있습니다"):
                line.send(READ)
        with pytest.raises(LinkageError, match="잠시 요청을 멈췄습니다") as resting:
            line.send(READ)
        ticks[0] = 30.0
        with pytest.raises(LinkageError, match="장애가 있습니다"):
            line.send(READ)
        with pytest.raises(LinkageError, match="멈췄습니다"):
            line.send(READ)
        ticks[0] = 60.0
        answers = [line.send(READ).status for _ in range(3)]

    assert resting.value.retryable is True
    assert answers == [200, 200, 200]
    assert len(server.asked) == 9


def test_a_refusal_does_not_open_the_breaker() -> None:
    with scripted(Say(422)) as server:
        line = Exchange("tax_office", server.url)
        for _ in range(8):
            with pytest.raises(LinkageError, match="거절했습니다"):
                line.send(READ)

    assert len(server.asked) == 8

"""What is tried again, what never is, and what the caller learns."""

import pytest

from eok.linkage.errors import LinkageError, OutcomeUnknownError
from eok.linkage.exchange import Call, Exchange, Patience
from tests.linkage.lines import IMPATIENT
from tests.linkage.scripted import Say, scripted

READ = Call("status", "GET", "/bills/1")
KEYED = Call("demand", "POST", "/demands", json={}, changes=True, key="k-1")
UNKEYED = Call("token", "POST", "/token", form={"code": "c"}, changes=True)


def exchange(url: str, **changed: object) -> Exchange:
    return Exchange("tax_office", url, patience=IMPATIENT, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("call", [READ, KEYED])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_can_be_repeated_is_repeated(call: Call, status: int) -> None:
    with scripted(Say(status), Say(status), Say(200)) as server:
        answer = exchange(server.url).send(call)

    assert answer.status == 200
    assert len(server.asked) == 3


def test_every_attempt_carries_the_same_key() -> None:
    with scripted(Say(500), Say(200)) as server:
        exchange(server.url).send(KEYED)

    assert [headers["Idempotency-Key"] for _, _, headers in server.asked] == ["k-1", "k-1"]


@pytest.mark.parametrize("say", [Say(500), Say(502), Say(hang=True)])
def test_a_change_without_a_key_is_sent_once(say: Say) -> None:
    with scripted(say) as server, pytest.raises(OutcomeUnknownError):
        exchange(server.url).send(UNKEYED)

    assert len(server.asked) == 1


def test_a_change_refused_at_the_door_may_be_sent_again() -> None:
    with scripted(Say(503), Say(200)) as server:
        answer = exchange(server.url).send(UNKEYED)

    assert answer.status == 200


@pytest.mark.parametrize(("call", "error"), [(READ, LinkageError), (KEYED, OutcomeUnknownError)])
def test_it_ends_after_three_attempts(call: Call, error: type[LinkageError]) -> None:
    with scripted(Say(500)) as server, pytest.raises(error) as caught:
        exchange(server.url).send(call)

    assert type(caught.value) is error
    assert caught.value.retryable is True
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422])
def test_a_no_is_final(status: int) -> None:
    with scripted(Say(status)) as server, pytest.raises(LinkageError) as caught:
        exchange(server.url).send(KEYED)

    assert caught.value.retryable is False
    assert len(server.asked) == 1


def test_waits_as_long_as_it_is_told_to() -> None:
    pauses: list[float] = []
    with scripted(Say(503, headers={"Retry-After": "2"}), Say(200)) as server:
        exchange(server.url, pause=pauses.append).send(READ)

    assert pauses == [2.0]


def test_does_not_wait_beyond_its_patience() -> None:
    pauses: list[float] = []
    with (
        scripted(Say(503, headers={"Retry-After": "3600"})) as server,
        pytest.raises(LinkageError, match="점검"),
    ):
        exchange(server.url, pause=pauses.append).send(READ)

    assert pauses == []


def test_pauses_differ_so_that_callers_spread_out() -> None:
    pauses: list[float] = []
    with scripted(Say(500)) as server:
        for _ in range(4):
            line = Exchange(
                "tax_office", server.url, patience=Patience(pause_seconds=0.2), pause=pauses.append
            )
            with pytest.raises(LinkageError):
                line.send(READ)

    assert len(set(pauses)) == 8
    assert max(pauses[::2]) <= 0.2
    assert max(pauses[1::2]) <= 0.4

"""Guessing is slowed more and more, told in Korean, and never shuts the officer out for good."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client

from eok.accounts import throttle
from eok.accounts.errors import TooManyAttemptsError
from eok.accounts.models import Officer, SignInRecord, Throttle
from eok.gate import machine_time
from tests.accounts.officers import PASSWORD, came_in, code, give_code, give_password

pytestmark = pytest.mark.django_db(databases="__all__")


def wait_is_over() -> None:
    Throttle.objects.update(free_at=machine_time.now())


def wait_is_long() -> None:
    """Waits that were set last an hour, so that a slow machine does not sit them out."""
    set_waits = Throttle.objects.filter(free_at__gt=F("last_at"))
    set_waits.update(free_at=machine_time.now() + timedelta(hours=1))


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (14, 512), (15, 900), (16, 900), (10_000, 900)],
)
def test_the_wait_doubles_up_to_a_quarter_of_an_hour(attempts: int, seconds: int) -> None:
    assert throttle.wait_seconds(attempts, free=5) == seconds


def test_the_right_password_is_not_looked_at_while_one_must_wait(client: Client, officer: Officer) -> None:
    for _ in range(5):
        give_password(client, officer.login, "wrong")
    wait_is_long()

    response = give_password(client, officer.login)

    assert response.status_code == 429
    assert "분 뒤에 다시 해 주세요" in response.content.decode()
    assert SignInRecord.objects.latest("pk").outcome == "wait"


def test_after_the_wait_the_right_one_opens_and_clears_the_count(client: Client, officer: Officer) -> None:
    for _ in range(5):
        give_password(client, officer.login, "wrong")
    wait_is_over()

    came_in(client, officer)

    assert client.get("/desk/").status_code == 200
    assert not Throttle.objects.filter(attempts__gt=0).exclude(attempts=5).exists()
    assert give_password(Client(), officer.login, "wrong").status_code == 422


def test_a_clock_set_back_by_a_day_neither_shuts_out_nor_lets_off(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, now = throttle.of_login(officer.login, "127.0.0.1"), machine_time.now()
    for _ in range(5):
        throttle.attempt(door)
    back = now - timedelta(days=1)
    monkeypatch.setattr(machine_time, "now", lambda: back)

    with pytest.raises(TooManyAttemptsError):
        throttle.attempt(door)

    monkeypatch.setattr(machine_time, "now", lambda: back + timedelta(seconds=2))
    throttle.attempt(door)
    assert Throttle.objects.get().attempts == 6


def test_a_login_nobody_has_waits_just_the_same(client: Client) -> None:
    answers = [give_password(client, "nobody", "guess").status_code for _ in range(5)]
    wait_is_long()

    assert answers == [422] * 5
    assert give_password(client, "nobody", "guess").status_code == 429


def test_a_guesser_elsewhere_does_not_keep_the_officer_out(client: Client, officer: Officer) -> None:
    guesser = Client(REMOTE_ADDR="198.51.100.7")
    for _ in range(7):
        give_password(guesser, officer.login, "wrong")
    wait_is_long()

    came_in(client, officer)

    assert client.get("/desk/").status_code == 200


def test_one_address_trying_many_logins_is_slowed(client: Client) -> None:
    door = throttle.of_address("127.0.0.1")
    throttle.attempt(door)
    Throttle.objects.filter(key=door.key).update(attempts=door.free - 1, free_at=machine_time.now())

    first = give_password(client, "login-1", "guess").status_code
    wait_is_long()
    second = give_password(client, "login-2", "guess").status_code

    assert (first, second) == (422, 429)


def test_codes_are_counted_from_everywhere(officer: Officer) -> None:
    """Whoever guesses codes knows the password: addresses are no excuse."""
    answers = []
    for n in range(6):
        guesser = Client(REMOTE_ADDR=f"198.51.100.{n}")
        give_password(guesser, officer.login)
        answers.append(give_code(guesser, "000000").status_code)
        wait_is_long()

    assert answers == [422] * 5 + [429]


def test_a_right_code_is_not_looked_at_while_one_must_wait(client: Client, officer: Officer) -> None:
    give_password(client, officer.login)
    for _ in range(5):
        give_code(client, "000000")
    wait_is_long()

    assert give_code(client, code()).status_code == 429
    wait_is_over()
    assert give_code(client, code()).status_code == 302


def test_a_day_without_attempts_forgets(client: Client, officer: Officer) -> None:
    for _ in range(5):
        give_password(client, officer.login, "wrong")
    Throttle.objects.update(
        free_at=machine_time.now(),
        last_at=machine_time.now() - throttle.FORGOTTEN_AFTER - timedelta(seconds=1),
    )

    answers = [give_password(client, officer.login, "wrong").status_code for _ in range(2)]

    assert answers == [422, 422]


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1초 뒤"), (119, "119초 뒤"), (120, "2분 뒤"), (900, "15분 뒤")]
)
def test_the_wait_is_told_in_words(seconds: int, words: str) -> None:
    assert words in TooManyAttemptsError(seconds).message


def test_the_password_of_the_test_is_right(client: Client, officer: Officer) -> None:
    """Without this the tests above could pass because nothing ever opens."""
    assert give_password(client, officer.login, PASSWORD).status_code == 302

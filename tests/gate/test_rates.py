"""Who asks too fast waits: people by name, the nameless by address, and nobody for another's sake."""

import pytest
from django.db import connections, router
from django.test import Client
from pytest_django import Settings

from eok.accounts.models import Officer
from eok.gate import bucket, limits
from eok.gate.bucket import Own, take_shared
from eok.gate.limits import LIMITS, Limit, Rate
from eok.gate.models import Bucket
from tests.accounts.conftest import _doors, officer  # noqa: F401
from tests.accounts.officers import came_in, give_password

pytestmark = pytest.mark.django_db(databases="__all__")

RATE = Rate(burst=3, per_minute=6)


@pytest.fixture
def counted(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rates are on, and small."""
    settings.EOK_RATES = True
    small = Limit(
        "sign-in", ("accounts:officer_sign_in", "accounts:officer_sessions"), Rate(2, 1), Rate(4, 1)
    )
    monkeypatch.setattr(limits, "LIMITS", (small,))


def takes(count: int, now: float, key: str = "k") -> list[bool]:
    return [take_shared(key, RATE, now) == 0 for _ in range(count)]


def test_so_many_at_once_then_one_by_one() -> None:
    at_once = takes(5, 1000.0)
    soon, later = takes(1, 1009.0), takes(2, 1020.0)

    assert at_once == [True, True, True, False, False]
    assert soon == [False]
    assert later == [True, True]


def test_the_wait_that_is_told_is_enough() -> None:
    takes(3, 1000.0)

    wait = take_shared("k", RATE, 1000.0)

    assert wait == pytest.approx(10.0)
    assert take_shared("k", RATE, 1000.0 + wait) == 0


def test_each_key_by_itself_and_after_rest_all_is_forgotten() -> None:
    takes(3, 1000.0)

    assert takes(3, 1000.0, "other") == [True] * 3
    assert takes(3, 2000.0) == [True] * 3


def test_a_process_alone_counts_just_the_same() -> None:
    own = Own()

    at_once = [own.take("k", RATE, 1000.0) for _ in range(4)]

    assert [wait == 0 for wait in at_once] == [True, True, True, False]
    assert at_once[3] == pytest.approx(10.0)


def test_a_clock_set_back_by_a_day_holds_nobody_and_goes_on_counting() -> None:
    noon, own, before = 100_000.0, Own(), 100_000.0 - 86_400
    takes(3, noon)
    for _ in range(3):
        own.take("k", RATE, noon)

    assert takes(4, before) == [True, True, True, False]
    assert [own.take("k", RATE, before) == 0 for _ in range(4)] == [True, True, True, False]


def test_the_memory_of_a_process_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket, "MOST_KEYS", 100)
    own = Own()

    for number in range(10_000):
        own.take(f"address {number}", RATE, 1000.0)

    assert len(own._free_at) <= 101


def test_a_page_too_fast_is_told_in_korean_with_when_to_come_back(counted: None) -> None:
    answers = [give_password(Client(), "nobody", "guess") for _ in range(5)]

    last = answers[-1]
    assert [a.status_code for a in answers[:4]] == [422] * 4
    assert last.status_code == 429
    assert 0 < int(last["Retry-After"]) <= 60
    assert "요청이 너무 잦아 잠시 멈췄습니다" in last.content.decode()


def test_another_address_is_not_held_for_it(counted: None) -> None:
    for _ in range(6):
        give_password(Client(), "nobody", "guess")

    assert give_password(Client(REMOTE_ADDR="198.51.100.9"), "nobody", "guess").status_code == 422


def test_who_is_signed_in_is_counted_by_name_and_not_by_address(counted: None, officer: Officer) -> None:  # noqa: F811
    at_desk = Client()
    came_in(at_desk, officer)
    for _ in range(6):
        give_password(Client(), "nobody", "guess")

    own = [at_desk.post("/desk/sessions/").status_code for _ in range(3)]

    assert own == [422, 422, 429]


def test_a_session_is_counted_beside_its_address(counted: None) -> None:
    answers = []
    for _ in range(3):
        browser = Client()
        browser.cookies["eok_session"] = "x" * 32
        answers.append(give_password(browser, "nobody", "guess").status_code)

    assert answers == [422, 422, 429]


def test_switched_off_nobody_is_counted(settings: Settings) -> None:
    settings.EOK_RATES = False
    for _ in range(3):
        give_password(Client(), "nobody", "guess")

    assert Bucket.objects.count() == 0


def test_what_is_kept_names_nobody(counted: None) -> None:
    give_password(Client(REMOTE_ADDR="198.51.100.9"), "nobody", "guess")

    assert Bucket.objects.count() == 1
    assert all(len(row.key) == 64 and "198" not in str(row) for row in Bucket.objects.all())


def test_a_database_that_can_not_answer_shuts_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket, "_TAKE", "INSERT INTO nowhere VALUES (%s, %s, %s, %s, %s, %s)")

    with connections[router.db_for_write(Bucket)].cursor():
        assert take_shared("k", RATE, 1000.0) == 0


def test_each_page_of_the_table_exists() -> None:
    """A page that was renamed would be counted no more."""
    from django.urls import get_resolver

    rooms = set(get_resolver("eok.urls").namespace_dict)
    named = {page.split(":")[0] for limit in LIMITS for page in limit.pages}

    known = {f"{room}:{name}" for room in rooms for name in _names(room)}
    missing = [p for one in LIMITS for p in one.pages if not p.endswith(":") and p not in known]
    assert missing == []
    assert named - rooms <= {"api"}


def test_the_first_limit_that_names_a_page_counts() -> None:
    assert (limits.of("portal:search", "GET") or LIMITS[0]).name == "search"
    assert (limits.of("verification:by_number", "POST") or LIMITS[0]).name == "verify"
    assert limits.of("portal:home", "GET") is None
    assert limits.of("portal:submit", "GET") is None


def _names(room: str) -> list[str]:
    from django.urls import get_resolver

    _, resolver = get_resolver("eok.urls").namespace_dict[room]
    return [name for name in resolver.reverse_dict if isinstance(name, str)]

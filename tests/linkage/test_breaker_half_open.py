"""While half-open, one call goes through and all others are turned away."""

from concurrent.futures import ThreadPoolExecutor

from eok.linkage.breaker import Breaker


def test_one_of_many_at_once_is_let_through() -> None:
    ticks = [0.0]
    breaker = Breaker(limit=1, rest_seconds=10, ticks=lambda: ticks[0])
    breaker.failed()
    ticks[0] = 10.0

    with ThreadPoolExecutor(16) as pool:
        admitted = list(pool.map(lambda _: breaker.admits(), range(200)))

    assert admitted.count(True) == 1


def test_success_forgets_earlier_failures() -> None:
    breaker = Breaker(limit=2)
    breaker.failed()
    breaker.succeeded()

    breaker.failed()

    assert breaker.admits()

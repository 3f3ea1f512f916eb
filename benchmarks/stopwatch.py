"""How long one act takes, many times over: what benches inside one process have in common."""

from collections.abc import Callable
from time import perf_counter


def times(count: int, act: Callable[[], object]) -> list[float]:
    """Milliseconds of each call, after a first one that is not counted."""
    act()
    took = []
    for _ in range(max(count, 2)):
        began = perf_counter()
        act()
        took.append((perf_counter() - began) * 1000)
    return took

"""Both sides in turn, round after round, so that whatever else the machine does hits them alike."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Found = TypeVar("Found")


def interleaved(rounds: int, sides: Mapping[str, Callable[[], Found]]) -> dict[str, list[Found]]:
    """What each side found in each round; every second round runs in the opposite order."""
    found: dict[str, list[Found]] = {name: [] for name in sides}
    for number in range(rounds):
        order = list(sides) if number % 2 == 0 else list(reversed(list(sides)))
        for name in order:
            found[name].append(sides[name]())
    return found


def median_ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """The median of the rounds' own ratios: what one round's noise did to both sides cancels."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]

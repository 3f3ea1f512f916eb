"""The further conditions of the lifecycle table: each answers with a reason why not, or None.

A guard reads what the case is; it decides nothing else. Named in `lifecycle.Transition.guard`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Facts:
    """What guards look at; gathered once per page (queries.facts)."""

    today: date
    supplement_due_on: date | None
    """Of the open demand."""
    supplement_number: int
    supplement_prolonged: int
    extensions: int
    unreviewed: tuple[str, ...]
    """Questions of the review list without a result."""


Guard = Callable[[Facts], str | None]


def twice_at_most(facts: Facts) -> str | None:
    if facts.supplement_prolonged >= 2:
        return "보완 기간은 두 번까지만 늘릴 수 있어요. (민원처리법 시행령 §24②)"
    return None


def supplement_lapsed(facts: Facts) -> str | None:
    if facts.supplement_due_on is None or facts.today <= facts.supplement_due_on:
        return "보완 기한이 아직 남아 있어요. (민원처리법 시행령 §25①)"
    return None


def supplement_lapsed_once(facts: Facts) -> str | None:
    if facts.supplement_number != 1:
        return "다시 보완 요구는 한 번만 할 수 있어요. (민원처리법 시행령 §24③)"
    return supplement_lapsed(facts)


def not_extended_yet(facts: Facts) -> str | None:
    if facts.extensions:
        return "이미 한 번 늘렸어요. 다시 늘리려면 민원인의 동의가 필요해요. (민원처리법 시행령 §21①)"
    return None


def reviewed(facts: Facts) -> str | None:
    if facts.unreviewed:
        return f"확인하지 않은 것이 {len(facts.unreviewed)}가지 남았어요."
    return None


GUARDS: dict[str, Guard] = {
    g.__name__: g
    for g in (twice_at_most, supplement_lapsed, supplement_lapsed_once, not_extended_yet, reviewed)
}


def why_not(name: str | None, facts: Facts) -> str | None:
    """The reason the named guard gives, or None when nothing stands in the way."""
    return GUARDS[name](facts) if name else None

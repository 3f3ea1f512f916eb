"""Checks of a service that other rooms know how to make (types of conditions, certificates …).

A room registers its check in `apps.ready`; `./eok catalogue check` runs all of them.
"""

from collections.abc import Callable, Iterable

from eok.catalogue.problems import Problem
from eok.catalogue.schema import Service

__all__ = ["Check", "Problem", "register", "registered"]

Check = Callable[[Service], Iterable[Problem]]

_checks: list[Check] = []


def register(check: Check) -> Check:
    """Run this check too. Registering twice is harmless."""
    if check not in _checks:
        _checks.append(check)
    return check


def registered() -> tuple[Check, ...]:
    return tuple(_checks)

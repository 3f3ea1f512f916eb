"""What CEL of a form may call besides its own functions: days between dates, a later day, the sum of a column.

Dates are texts as answers keep them (2026-11-27). A function that cannot answer makes the whole expression
unanswered, as CEL's own do; none ever raises to who asks.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from cel_expr_python import cel

_DAYS = range(-36_600, 36_601)
"""A century to either side: further away a date is a slip of the hand."""


def days(start: str, end: str) -> int:
    """Days from one date to another; the first is not counted, so today and tomorrow are 1 apart."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def later(start: str, length: int) -> str:
    """The date so many days later; earlier for a negative number."""
    if length not in _DAYS:
        raise ValueError(length)
    return (date.fromisoformat(start) + timedelta(days=length)).isoformat()


def total(rows: Sequence[Mapping[str, Any]], column: str) -> int:
    """Sum of a column of a table; rows that left it empty count nothing."""
    found = (row.get(column) for row in rows)
    return sum(value for value in found if isinstance(value, int) and not isinstance(value, bool))


_ROWS = cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN))

FUNCTIONS: tuple[cel.FunctionDecl, ...] = tuple(
    cel.FunctionDecl(
        name, [cel.Overload(f"form_{name}", return_type=returned, parameters=list(taken), impl=impl)]
    )
    for name, impl, taken, returned in (
        ("days", days, (cel.Type.STRING, cel.Type.STRING), cel.Type.INT),
        ("later", later, (cel.Type.STRING, cel.Type.INT), cel.Type.STRING),
        ("total", total, (_ROWS, cel.Type.STRING), cel.Type.INT),
    )
)

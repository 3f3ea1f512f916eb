"""The first and last day a date may be: `filing`, `filing-30d`, `filing+1y`, or another date of the form.

A month or year is counted by the calendar; where the day is missing, the month's last day counts (민법 §160③).
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

_FROM_FILING = re.compile(r"filing(?:([+-])(\d{1,3})([dmy]))?")


def is_from_filing(bound: str) -> bool:
    return _FROM_FILING.fullmatch(bound) is not None


def resolve(bound: str | None, *, today: date, answers: Mapping[str, Any]) -> date | None:
    """The day meant. today: the day of filing in Seoul. None: no bound, or its question has no answer yet."""
    if bound is None:
        return None
    found = _FROM_FILING.fullmatch(bound)
    if found is None:
        return iso(answers.get(bound))
    sign, length, unit = found.groups()
    return _shifted(today, int(f"{sign}{length}"), unit) if unit else today


def iso(value: object) -> date | None:
    """The day of a stored date answer; None for anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _shifted(day: date, length: int, unit: str) -> date:
    if unit == "d":
        return day + timedelta(days=length)
    months = day.year * 12 + day.month - 1 + length * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

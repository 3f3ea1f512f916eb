"""The machine-readable cases of the reference, where they are at hand: every value, and the other reading."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from eok.rules.clock import ClockEvent, ClockReading, Policy, read, read_civil
from eok.rules.periods import Period
from tests.rules.given import CALENDAR

FILE = Path(__file__).parents[3] / "shared" / "reference" / "clock_cases.jsonl"
CASES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()] if FILE.exists() else []
ALTERNATIVES = [case for case in CASES if "expect_alt" in case]


def name(case: dict[str, Any]) -> str:
    return str(case["id"])


def told(case: dict[str, Any], policy: Policy) -> ClockReading:
    period, filed = Period(**case["service_period"]), datetime.fromisoformat(case["filed_at"])
    if case["clock"] == "civil":
        return read_civil(period, filed, CALENDAR)
    return read(period, filed, [event(**row) for row in case["events"]], CALENDAR, policy=policy)


def event(at: str, type: str, by: dict[str, Any] | None = None) -> ClockEvent:
    return ClockEvent(datetime.fromisoformat(at), type, Period(**by) if by else None)


def written(value: object) -> object:
    return value if value is None or isinstance(value, bool | str) else value.isoformat()  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES, ids=name)
def test_case(case: dict[str, Any]) -> None:
    reading = told(case, Policy())

    assert {key: written(getattr(reading, key)) for key in case["expect"]} == case["expect"]


@pytest.mark.parametrize("case", ALTERNATIVES, ids=name)
def test_other_reading(case: dict[str, Any]) -> None:
    reading = told(case, Policy(by_instant=True))

    assert written(reading.due_at) == case["expect_alt"]["supplement_exclusion=instant"]["due_at"]

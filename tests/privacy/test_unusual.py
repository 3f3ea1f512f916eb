"""Each rule of the monthly review finds what was planted for it, and nothing else."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from eok.privacy.unusual import MANY, RULES, Seen, findings
from eok.trail.acts import Act

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)  # Monday 12:00 in Seoul
UNTIL = datetime(2026, 12, 31, tzinfo=UTC)


def seen(number: int = 1, **changed: object) -> Seen:
    usual = {"at": NOON, "officer": "1", "department": "economy", "subject": "case:a", "act": Act.LOOK,
             "purpose": "사건 열람", "case_department": "economy"}  # fmt: skip
    return Seen(number, **{**usual, **changed})  # type: ignore[arg-type]  # planted by name


def is_working_day(day: date) -> bool:
    return day.isoweekday() < 6


def found(*looks: Seen) -> list[tuple[str, int]]:
    return [(one.rule.key, one.seen.id) for one in findings(looks, is_working_day, UNTIL)]


def test_a_usual_look_is_not_asked_about() -> None:
    assert found(seen()) == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ({"at": NOON + timedelta(hours=8)}, "night"),
        ({"at": NOON - timedelta(hours=6)}, "night"),
        ({"at": NOON - timedelta(days=1)}, "night"),
        ({"case_department": "sanitation"}, "elsewhere"),
        ({"same_name": True}, "same_name"),
        ({"act": Act.UNMASK}, "idle"),
        ({"act": Act.EXPORT}, "export"),
    ],
)
def test_what_is_planted_is_found(planted: dict[str, object], rule: str) -> None:
    assert found(seen(), seen(2, **planted)) == [(rule, 2)]


def test_what_is_just_inside_is_not() -> None:
    inside = [
        seen(1, at=NOON + timedelta(hours=7, minutes=59)),
        seen(2, at=NOON - timedelta(hours=5)),
        seen(3, act=Act.UNMASK, acted=True),
        seen(4, act=Act.UNMASK, at=datetime(2026, 12, 28, 3, tzinfo=UTC)),
        seen(5, case_department=""),
    ]

    assert found(*inside) == []


def test_many_cases_on_one_day_are_told_once() -> None:
    looks = [seen(n, subject=f"case:{n}") for n in range(MANY + 5)]
    spread = [seen(100 + n, subject=f"case:{n}", at=NOON + timedelta(days=n // 20)) for n in range(MANY)]

    assert found(*looks) == [("many", MANY)]
    assert found(*spread, *(seen(200 + n) for n in range(MANY + 5))) == []


def test_every_rule_was_planted() -> None:
    assert Counter(rule.key for rule in RULES) == Counter(
        ["night", "many", "elsewhere", "same_name", "idle", "export"]
    )

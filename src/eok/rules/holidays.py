"""Derives a year's public holidays from the decree, given the lunar dates; the data files are held against it.

Law: 관공서의 공휴일에 관한 규정 §2 (days), §3 (substitutes). 노동절 is one from 2026-05-01, 제헌절 again from
2026-05-11. Lunar dates, elections and designated days are facts and come in as arguments: the Korean
lunar calendar differs from the Chinese one (설날 2027 is 7 February, not 6 February).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DECREE = "관공서의 공휴일에 관한 규정"
LABOUR_DAY_SINCE = 2026
CONSTITUTION_DAY_SINCE = 2026

WEEKEND_ITEMS = frozenset(
    {"2", "5", "6", "7", "10"}
)  # 관공서의 공휴일에 관한 규정 §3① 1호: Saturday or Sunday
SUNDAY_ITEMS = frozenset({"4", "9"})  # 관공서의 공휴일에 관한 규정 §3① 2호: Sunday only
OVERLAP_ITEMS = frozenset({"2", "4", "5", "6", "7", "9", "10"})  # 관공서의 공휴일에 관한 규정 §3① 3호


@dataclass(frozen=True)
class Holiday:
    day: date
    name: str
    item: str
    """Number in §2, or `§3` for a substitute."""

    @property
    def law(self) -> str:
        if self.item.startswith("§"):
            return f"{DECREE} {self.item}"
        number, _, branch = self.item.partition("의")
        return f"{DECREE} §2 {number}호" + (f"의{branch}" if branch else "")


@dataclass(frozen=True)
class Facts:
    """What the decree leaves to the moon, to elections and to the Cabinet."""

    lunar_new_year: date
    buddhas_day: date
    chuseok: date
    elections: tuple[tuple[date, str], ...] = ()
    designated: tuple[tuple[date, str], ...] = ()


def holidays(year: int, facts: Facts) -> list[Holiday]:
    """Every public holiday of a year beside plain Sundays, in order, with substitutes."""
    named = [h for h in _named(year, facts) if h.day.year == year]
    substitutes = _substitutes(named)
    return sorted(named + substitutes, key=lambda h: (h.day, h.item))


def _named(year: int, facts: Facts) -> list[Holiday]:
    out = [Holiday(date(year, 1, 1), "1월 1일", "3"), Holiday(date(year, 3, 1), "3·1절", "2")]
    out += _three_days(facts.lunar_new_year, "설날", "4") + _three_days(facts.chuseok, "추석", "9")
    out.append(Holiday(facts.buddhas_day, "부처님 오신 날", "5"))
    if year >= LABOUR_DAY_SINCE:
        out.append(Holiday(date(year, 5, 1), "노동절", "6"))
    if year >= CONSTITUTION_DAY_SINCE:
        out.append(Holiday(date(year, 7, 17), "제헌절", "2"))
    out += [
        Holiday(date(year, 5, 5), "어린이날", "7"),
        Holiday(date(year, 6, 6), "현충일", "8"),
        Holiday(date(year, 8, 15), "광복절", "2"),
        Holiday(date(year, 10, 3), "개천절", "2"),
        Holiday(date(year, 10, 9), "한글날", "2"),
        Holiday(date(year, 12, 25), "기독탄신일", "10"),
    ]
    out += [Holiday(day, name, "10의2") for day, name in facts.elections]
    return out + [Holiday(day, name, "11") for day, name in facts.designated]


def _three_days(day: date, name: str, item: str) -> list[Holiday]:
    one = timedelta(days=1)
    return [
        Holiday(day - one, f"{name} 전날", item),
        Holiday(day, name, item),
        Holiday(day + one, f"{name} 다음 날", item),
    ]


def _substitutes(named: list[Holiday]) -> list[Holiday]:
    """One substitute for each date that calls for one; two on the same day move apart (관공서의 공휴일에 관한 규정 §3②)."""
    taken = {h.day for h in named}
    out: list[Holiday] = []
    for day in sorted({h.day for h in named if _calls(h, named)}):
        name = next(h.name for h in named if h.day == day and _calls(h, named))
        substitute = _first_free(day, taken)
        taken.add(substitute)
        out.append(Holiday(substitute, f"대체공휴일({name})", "§3"))
    return out


def _calls(holiday: Holiday, named: Iterable[Holiday]) -> bool:
    weekday = holiday.day.isoweekday()
    if holiday.item in WEEKEND_ITEMS and weekday >= 6:
        return True
    if holiday.item in SUNDAY_ITEMS and weekday == 7:
        return True
    others = (h for h in named if h.day == holiday.day and h != holiday and h.item not in ("10의2", "11"))
    return weekday < 6 and holiday.item in OVERLAP_ITEMS and any(others)


def _first_free(day: date, taken: set[date]) -> date:
    """The first following day that is no public holiday and no Saturday (관공서의 공휴일에 관한 규정 §3①③)."""
    day += timedelta(days=1)
    while day in taken or day.isoweekday() >= 6:
        day += timedelta(days=1)
    return day

"""Which looks of a month somebody must ask about: the rules, each with its number in the open. Pure.

접속기록의 점검 (개인정보 보호법 시행령 §30① 5호). The commission's notice on safety measures (고시), as published in 2023,
asks for it once a month and for the reason of every download; its wording in force today was not at hand (미확인). What
counts as unusual no text says: the numbers here are the house's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from eok.core.clock import SEOUL
from eok.trail.acts import Act

EARLIEST, LATEST = 7, 20
"""Hours of the day between which work is usual."""
MANY = 30
"""Different cases one officer opens on one day without a question."""
DAYS_TO_ACT = 7
"""After 가림 풀기 one does something with the case within so many days."""


@dataclass(frozen=True)
class Seen:
    """One look by an officer, with what is known around it."""

    id: int
    at: datetime
    officer: str
    department: str
    subject: str
    act: str
    purpose: str
    case_department: str = ""
    """Where the case lies today; empty: no case."""
    same_name: bool = False
    """The applicant is called as the officer is."""
    acted: bool = False
    """The officer did something with the case within DAYS_TO_ACT."""

    @property
    def day(self) -> date:
        return self.at.astimezone(SEOUL).date()


@dataclass(frozen=True)
class Rule:
    key: str
    label: str
    told: str
    """What it looks for, with its number."""


RULES = (
    Rule("night", "밤·쉬는 날", f"근무하지 않는 날이나 {EARLIEST}시 전, {LATEST}시 뒤에 본 것"),
    Rule("many", "많은 사건", f"한 사람이 하루에 서로 다른 사건을 {MANY}건 넘게 본 것"),
    Rule("elsewhere", "다른 부서 사건", "지금 다른 부서에 있는 사건을 본 것"),
    Rule("same_name", "같은 이름", "민원인과 이름이 같은 직원이 본 것"),
    Rule("idle", "풀고 일 없음", f"가림을 풀고 {DAYS_TO_ACT}일 안에 그 사건에 아무 일도 하지 않은 것"),
    Rule("export", "파일로 내려받음", "이름을 가리지 않은 목록을 파일로 받은 것"),
)


@dataclass(frozen=True)
class Finding:
    """One look that a rule points at."""

    seen: Seen
    rule: Rule


def rule(key: str) -> Rule | None:
    return next((one for one in RULES if one.key == key), None)


def findings(looks: Sequence[Seen], is_working_day: Callable[[date], bool], until: datetime) -> list[Finding]:
    """In the order of the rules, then of time. until: what was seen later than DAYS_TO_ACT before is not idle yet."""
    single: Mapping[str, Callable[[Seen], bool]] = {
        "night": lambda seen: _is_late(seen, is_working_day),
        "elsewhere": lambda seen: bool(seen.case_department) and seen.case_department != seen.department,
        "same_name": lambda seen: seen.same_name,
        "idle": lambda seen: _is_idle(seen, until),
        "export": lambda seen: seen.act == Act.EXPORT,
    }
    found = list(_many(looks))
    found += [Finding(seen, r) for r in RULES if r.key in single for seen in looks if single[r.key](seen)]
    order = [r.key for r in RULES]
    return sorted(found, key=lambda one: (order.index(one.rule.key), one.seen.at, one.seen.id))


def _is_late(seen: Seen, is_working_day: Callable[[date], bool]) -> bool:
    hour = seen.at.astimezone(SEOUL).hour
    return not is_working_day(seen.day) or not EARLIEST <= hour < LATEST


def _is_idle(seen: Seen, until: datetime) -> bool:
    over = seen.at + timedelta(days=DAYS_TO_ACT) <= until
    return seen.act == Act.UNMASK and bool(seen.case_department) and over and not seen.acted


def _many(looks: Sequence[Seen]) -> Iterator[Finding]:
    """The look with which the number was passed, once an officer and day."""
    by_day = sorted(looks, key=lambda seen: (seen.officer, seen.day, seen.at, seen.id))
    for _, day in groupby(by_day, key=lambda seen: (seen.officer, seen.day)):
        cases: set[str] = set()
        for seen in day:
            cases |= {seen.subject} if seen.subject.startswith("case:") else set()
            if len(cases) > MANY:
                yield Finding(seen, next(r for r in RULES if r.key == "many"))
                break

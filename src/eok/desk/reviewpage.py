"""Builds the pages of the monthly review: which months wait, and what was seen in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.core import clock
from eok.offices import queries as offices
from eok.privacy import judging, months
from eok.privacy.judging import Judged
from eok.privacy.models import ReadingReview
from eok.privacy.months import Counts, Month
from eok.privacy.unusual import RULES, Finding
from eok.trail.acts import ACTS, Act

COLUMNS = tuple(Act)


@dataclass(frozen=True)
class MonthLine:
    """One month in the list."""

    month: Month
    review: ReadingReview | None
    over: bool

    @property
    def late(self) -> bool:
        return self.over and self.review is None


@dataclass(frozen=True)
class FindingLine:
    """One look that stands out, as the page tells it."""

    finding: Finding
    who: str
    department: str
    what: str
    act: str
    said: Sequence[Judged]

    @property
    def last(self) -> Judged | None:
        return self.said[-1] if self.said else None


def month_lines() -> list[MonthLine]:
    signed, now = months.reviews(), clock.now()
    return [MonthLine(m, signed.get(m.key), m.is_over(now)) for m in months.months()]


def context(of: Month) -> dict[str, object]:
    """Everything the template of one month needs."""
    seen = months.looks(of)
    counted, lines = months.counts(seen), finding_lines(of, months.findings(seen))
    left = sum(1 for line in lines if line.last is None or not line.last.settled)
    return {
        "month": of,
        "review": months.reviews().get(of.key),
        "over": of.is_over(clock.now()),
        "counts": counted,
        "columns": [ACTS[act] for act in COLUMNS],
        "officers": _officers(counted),
        "departments": sorted((_unit(key), n) for key, n in counted.departments.items()),
        "hours": [(hour, counted.hours[hour]) for hour in range(24)],
        "busiest": max(counted.hours.values(), default=1),
        "lines": lines,
        "rules": RULES,
        "left": left,
    }


def finding_lines(of: Month, found: Sequence[Finding]) -> list[FindingLine]:
    names, known = accounts.officer_names(), judging.judged(of.key)
    return [_line(finding, names, known) for finding in found]


def _line(
    finding: Finding, names: Mapping[str, str], known: Mapping[tuple[int, str], list[Judged]]
) -> FindingLine:
    seen = finding.seen
    said = known.get((seen.id, finding.rule.key), [])
    kind, _, key = seen.subject.partition(":")
    what = f"{SUBJECTS.get(kind, kind)} {key[:8]}"
    return FindingLine(
        finding, names.get(seen.officer, "공무원"), _unit(seen.department), what, ACTS[Act(seen.act)], said
    )


SUBJECTS = {
    "case": "사건",
    "licence": "대장",
    "list": "목록",
    "disclosure": "개인정보 요구",
    "certificate": "문서",
}


def _officers(counted: Counts) -> list[tuple[str, list[int], int]]:
    """Name, times by act, all; the busiest first."""
    names = accounts.officer_names()
    rows = [
        (names.get(officer, "공무원"), [by_act[act] for act in COLUMNS], by_act.total())
        for officer, by_act in counted.officers.items()
    ]
    return sorted(rows, key=lambda row: -row[2])


def _unit(key: str) -> str:
    today = clock.seoul_now().date()
    return next((d.name for d in offices.departments(today) if d.key == key), key or "부서 모름")

"""누가 내 정보를 봤나: each look at a case with unit, name and rank of who looked (민원처리법 시행령 §31 tells them anyway)."""

from dataclasses import dataclass
from datetime import date, datetime

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.core import clock
from eok.offices import queries as offices
from eok.trail import queries as trail
from eok.trail.models import Reading

KINDS = {"officer": "공무원", "resident": "나", "system": "자동"}
"""Who it was, where no officer's name is known."""


@dataclass(frozen=True)
class Look:
    """One look at the case."""

    at: datetime
    who: str
    """`일자리경제과 박지훈 주무관`"""
    purpose: str


def looks(case: Case) -> list[Look]:
    """Newest first."""
    rows = list(trail.readings_of(f"case:{case.pk}"))
    officers = accounts.officers_by_id(row.reader for row in rows if row.reader_kind == "officer")
    return [Look(row.at, _who(row, officers), row.purpose) for row in rows]


def _who(row: Reading, officers: dict[str, Officer]) -> str:
    officer = officers.get(row.reader) if row.reader_kind == "officer" else None
    if officer is None:
        return KINDS.get(row.reader_kind, row.reader_kind)
    return f"{_unit(officer, row.at.astimezone(clock.SEOUL).date())} {officer}".strip()


def _unit(officer: Officer, on: date) -> str:
    """The officer's department by the name it had on that day."""
    return next((d.name for d in offices.departments(on) if d.key == officer.department), "")

"""The read log of the desk: written before the page leaves (개인정보 보호법 시행령 §30①3).

A line that can't be written is an error of the view: then no page leaves (`krds/middleware.py` tells people so).
"""

from collections.abc import Iterable

from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.trail.actions.record_reading import Reader, record, record_all
from eok.trail.acts import Act


def reader(officer: Officer) -> Reader:
    """The officer as the log names them: department of today, place of this request."""
    return Reader("officer", str(officer.pk), officer.department, getattr(officer, "seen_from", ""))


def note_list(officer: Officer, name: str, count: int) -> None:
    """A list of masked rows was shown."""
    if count:
        record(reader(officer), f"list:{name}", "업무 처리", count=count)


def note_case(officer: Officer, case: Case, what: str = "사건 열람", act: Act = Act.LOOK) -> None:
    """A case, or a paper of it, was opened."""
    record(reader(officer), f"case:{case.pk}", what, act=act)


def note(officer: Officer, subject: str, what: str, act: Act = Act.LOOK) -> None:
    """Anything else, by its subject."""
    record(reader(officer), subject, what, act=act)


def note_export(officer: Officer, name: str, subjects: Iterable[str]) -> None:
    """Rows leave in a file with names in clear: a line for each person's case, so that each can see it."""
    record_all(reader(officer), subjects, f"목록 내려받기: {name}", act=Act.EXPORT)

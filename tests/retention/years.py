"""Days after a period, and deliberations on them."""

from contextlib import AbstractContextManager
from datetime import date, datetime, time

from eok.casework.models import Case
from eok.core import clock
from eok.retention.actions.appraise import Deliberation, appraise

OVER = date(2030, 1, 2)
"""After the three years of a closure finished in 2026, which end on 2029-12-31."""


def at(day: date) -> AbstractContextManager[object]:
    return clock.freeze(datetime.combine(day, time(10), clock.SEOUL))


def deliberated(case: Case, result: str = "destroy", number: str = "심의-1", period: str = "") -> None:
    """The board decided today."""
    today = clock.seoul_now().date()
    appraise(
        Deliberation(
            number=number,
            asked_on=today,
            reviewed_on=today,
            reviewed_by="기록연구사",
            decided_on=today,
            result=result,
            records=[str(case.case_no)],
            period=period,
        ),
        by="operator",
    )

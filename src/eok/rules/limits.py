"""Limits inside the office, in working hours, and the progress notices: what an officer is reminded of.

Law: 민원처리법 시행령 §6⑧, §13, §23; 시행규칙 §9①.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum

from eok.rules.calendar import Calendar, add_working
from eok.rules.clock import ACCEPT_WITHIN_MINUTES, DEMAND_WITHIN_MINUTES

PROGRESS_EVERY_DAYS = 30  # 민원처리법 시행령 §23①②


class Limit(Enum):
    """A limit in working minutes, with its article."""

    ACCEPT = (ACCEPT_WITHIN_MINUTES, "민원처리법 시행령 §6⑧")
    """From arrival of an electronic filing to acceptance."""
    DEMAND = (DEMAND_WITHIN_MINUTES, "민원처리법 시행규칙 §9①")
    """From acceptance to a supplement demand; found later for good reason: at once."""
    HAND_OVER = (60, "민원처리법 시행령 §13①")
    """From the reception to the department in charge."""
    HAND_OVER_FAR = (180, "민원처리법 시행령 §13①")
    """The same, where the department is far away."""
    SEND_BACK = (180, "민원처리법 시행령 §13②")
    """From the wrong department of the office, through the reception, to the right one."""
    TRANSFER = (480, "민원처리법 시행령 §13③")
    """To another agency; an electronic document goes without delay (§13④)."""

    def __init__(self, minutes: int, law: str) -> None:
        self.minutes = minutes
        self.law = law

    def until(self, since: datetime, calendar: Calendar) -> datetime:
        """Last instant of the limit."""
        return add_working(since, self.minutes, calendar)


def progress_notices(accepted_on: date) -> Iterator[date]:
    """The days a progress notice is due while a case is open: 30 days have passed, again and again."""
    day = accepted_on
    while True:
        day += timedelta(days=PROGRESS_EVERY_DAYS)
        yield day + timedelta(days=1)

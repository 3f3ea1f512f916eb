"""Until when a demand to see, mend or erase one's own data is answered.

Law: 개인정보 보호법 §35③ with 개인정보 보호법 시행령 §41④ (access: 10 days); 개인정보 보호법 시행령 §43③ (mending, erasing:
10 days). The period runs from an event, so its day is out and a last day without office moves on (행정기본법 §6①; 민법 §157,
민법 §161).
"""

from datetime import date

from eok.rules.calendar import Calendar
from eok.rules.periods import Period, civil_due

ANSWER = Period(10, "days")  # 개인정보 보호법 시행령 §41④; 개인정보 보호법 시행령 §43③


def answer_due(received_on: date, calendar: Calendar) -> date:
    """Last day to let the person see the data, or to tell why not yet or not at all.

    received_on: the day the demand arrived, Asia/Seoul.
    """
    return civil_due(received_on, ANSWER, calendar)


def may_postpone(received_on: date, today: date, calendar: Calendar) -> bool:
    """A postponement is told within the same days (개인정보 보호법 시행령 §42②)."""
    return today <= answer_due(received_on, calendar)

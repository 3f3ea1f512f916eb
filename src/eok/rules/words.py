"""Plain Korean for days, times and lengths in the explanation of a due time."""

from collections.abc import Iterable
from datetime import date, datetime

WEEKDAYS = "월화수목금토일"
_WEEKEND = ("토요일", "일요일")


def duration(minutes: int) -> str:
    """`6시간 48분`; hours are not turned into days, so that the sum can be checked by eye."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours}시간"
    return f"{hours}시간 {rest}분" if hours else f"{rest}분"


def day_ko(day: date) -> str:
    """`11월 18일(수)`"""
    return f"{day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"


def clock_ko(moment: datetime) -> str:
    """`10시 12분`, `18시`"""
    return f"{moment.hour}시" + (f" {moment.minute}분" if moment.minute else "")


def span_ko(first: date, last: date) -> str:
    """`11월 19일(목)~23일(월)`; the month again only where it changes."""
    if first == last:
        return day_ko(first)
    end = day_ko(last)
    return f"{day_ko(first)}~{end.split(' ')[1] if first.month == last.month else end}"


def names_ko(names: Iterable[str]) -> str:
    """Rest days by name, once each: `토·일요일, 기독탄신일`."""
    once = dict.fromkeys(names)
    weekend = [name for name in _WEEKEND if name in once]
    others = [name for name in once if name not in _WEEKEND]
    return ", ".join((["토·일요일"] if len(weekend) == 2 else weekend) + others)

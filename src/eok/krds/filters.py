"""Words for dates, lengths, money and citations, the same on every page (UX.md "Rules for every page").

Pure functions; a moment is aware and is shown in Asia/Seoul, a day has no zone.
Law: a working day is 8 hours (민원처리법 §19①), so lengths of working time count days of 8 hours.
"""

from datetime import date, datetime

from eok.core.clock import SEOUL

WEEKDAYS = "월화수목금토일"
WORKDAY_MINUTES = 8 * 60  # 민원처리법 §19①


def _seoul(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment shown to people has a time zone")
    return moment.astimezone(SEOUL)


def _day(value: date) -> date:
    return _seoul(value).date() if isinstance(value, datetime) else value


def date_ko(value: date, *, year: bool = True, weekday: bool = True) -> str:
    """2026년 11월 27일(금); without the year 11월 27일(금); as papers print it, 2026년 11월 27일."""
    day = _day(value)
    short = f"{day.month}월 {day.day}일" + (f"({WEEKDAYS[day.weekday()]})" if weekday else "")
    return f"{day.year}년 {short}" if year else short


def time_ko(moment: datetime) -> str:
    """18시, 14시 3분."""
    local = _seoul(moment)
    return f"{local.hour}시 {local.minute}분" if local.minute else f"{local.hour}시"


def datetime_ko(value: date, *, year: bool = False) -> str:
    """11월 26일(목) 18시; a day without a time stays a day."""
    text = date_ko(value, year=year)
    return f"{text} {time_ko(value)}" if isinstance(value, datetime) else text


def due_ko(value: date, *, year: bool = False) -> str:
    """11월 27일(금) 18시까지: the last moment or the last day, as people plan by it."""
    return f"{datetime_ko(value, year=year)}까지"


def short_date(value: date) -> str:
    """11.26(목), for the officer's rows."""
    day = _day(value)
    return f"{day.month}.{day.day:02d}({WEEKDAYS[day.weekday()]})"


def short_datetime(value: date) -> str:
    """11.26(목) 18:00, for the officer's rows."""
    if not isinstance(value, datetime):
        return short_date(value)
    return f"{short_date(value)} {_seoul(value):%H:%M}"


def iso(value: date) -> str:
    """What `<time datetime>` wants: machine readable, in Seoul's offset."""
    return _seoul(value).isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def number(value: int) -> str:
    """1,284."""
    return f"{value:,}"


def won(value: int) -> str:
    """40,500원, whole won."""
    return f"{value:,}원"


def duration_ko(minutes: int) -> str:
    """2일 6시간 40분 of working time; one day is 8 working hours (민원처리법 §19①)."""
    days, rest = divmod(abs(minutes), WORKDAY_MINUTES)
    hours, left = divmod(rest, 60)
    parts = [f"{n}{unit}" for n, unit in ((days, "일"), (hours, "시간"), (left, "분")) if n]
    return " ".join(parts) or "0분"


def hours_ko(minutes: int) -> str:
    """6시간 48분, never as days: the amounts of an explanation that adds up to hours."""
    hours, left = divmod(abs(minutes), 60)
    parts = [f"{n}{unit}" for n, unit in ((hours, "시간"), (left, "분")) if n]
    return " ".join(parts) or "0시간"


def left_ko(minutes: int) -> str:
    """2일 6시간 40분 남음, or 1시간 20분 지남 once it is negative."""
    return f"{duration_ko(minutes)} {'남음' if minutes >= 0 else '지남'}"


def size_ko(size: int) -> str:
    """2.1MB, 340KB: bytes of a file."""
    for unit, step in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if size >= step:
            amount = f"{size / step:.1f}".removesuffix(".0")
            return f"{amount}{unit}"
    return f"{size}B"

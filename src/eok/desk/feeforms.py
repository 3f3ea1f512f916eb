"""The forms of a fee at the desk: what was received at the counter, and what goes back."""

from datetime import datetime

from django.http import HttpRequest

from eok.core import clock
from eok.core.errors import InvalidError
from eok.desk import typed
from eok.krds.fields import Choice, Field, Kind, date_parts
from eok.payments.actions.record_counter import COUNTER_WAYS, Counter
from eok.payments.models import WAYS

LONGEST = 60
MOST_WON = 9
"""Digits of an amount."""


def counter_fields(request: HttpRequest) -> tuple[Field, ...]:
    given = request.POST if request.POST.get("do") == "counter" else {}
    today = clock.seoul_now().date()
    default = {"year": str(today.year), "month": str(today.month), "day": str(today.day)}
    on = "-".join(str(given.get(f"paid_on.{part}", default[part])) for part in ("year", "month", "day"))
    ways = tuple(Choice(way, WAYS[way]) for way in COUNTER_WAYS)
    return (
        Field("way", "way", "낸 방법", Kind.TILES, str(given.get("way", "")), options=ways, autosave=False),
        Field("number", "number", "증지·영수증 번호", value=str(given.get("number", "")), autosave=False),
        Field("won", "won", "낸 금액", Kind.MONEY, str(given.get("won", "")), unit="원", inputmode="numeric", autosave=False),
        Field("paid_on", "paid_on", "낸 날", Kind.DATE, on, parts=date_parts("paid_on", on), autosave=False),
        Field("place", "place", "받은 곳", value=str(given.get("place", "")), help="예: 1층 민원실 3번 창구", autosave=False),
    )  # fmt: skip


def back_fields(request: HttpRequest) -> tuple[Field, ...]:
    given = request.POST if request.POST.get("do") == "back" else {}
    won = str(given.get("won", ""))
    return (
        Field(
            "won", "back_won", "돌려줄 금액", Kind.MONEY, won, unit="원", inputmode="numeric", autosave=False
        ),
    )


def counter(request: HttpRequest) -> Counter:
    """What was typed. Raises InvalidError."""
    given = request.POST
    try:
        year, month, day = (int(given.get(f"paid_on.{part}", "")) for part in ("year", "month", "day"))
        paid_at = datetime(year, month, day, tzinfo=clock.SEOUL)
    except (ValueError, OverflowError):
        raise InvalidError("낸 날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "paid_on") from None
    number = typed.words(given.get("number", ""), "number", LONGEST)
    place = typed.words(given.get("place", ""), "place", LONGEST)
    return Counter(given.get("way", ""), number, won(request), paid_at, place)


def won(request: HttpRequest) -> int:
    """Raises InvalidError."""
    digits = request.POST.get("won", "").replace(",", "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_WON):
        raise InvalidError("금액을 숫자로 적어 주세요. 예: 5,300", "won")
    return int(digits)

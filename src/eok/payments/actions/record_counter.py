"""Paid at the counter: the officer records way, number, when and where (the port's manual way; 민원처리법 §29)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from eok.accounts.models import Officer
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.payments import books
from eok.payments.errors import FeeNotFoundError, FeeSettledError, WrongAmountError
from eok.payments.models import WAYS, FeeEntry, FeeOrder

COUNTER_WAYS = tuple(way for way in WAYS if way != "gateway")


@dataclass(frozen=True)
class Counter:
    """What an officer saw."""

    way: str
    """cash, card or stamp"""
    number: str
    """Of the stamp, the till or the slip."""
    won: int
    paid_at: datetime
    place: str


@transaction.atomic
def record_counter(*, case_id: Key, paid: Counter, by: Officer) -> FeeOrder:
    """Raises FeeNotFoundError, FeeSettledError, WrongAmountError, InvalidError."""
    found = FeeOrder.objects.filter(case_id=case_id).first()
    if found is None:
        raise FeeNotFoundError
    order = books.locked(found.pk)
    if order.state != "owed":
        raise FeeSettledError
    _check(order, paid)
    order.way, order.outside_no, order.place, order.officer = (
        paid.way,
        paid.number.strip(),
        paid.place.strip(),
        by,
    )
    books.write(
        FeeEntry(order=order, attempt=None, kind="charge", won=paid.won, key=f"counter:{order.pk}", at=paid.paid_at,
                 source="officer")
    )  # fmt: skip
    books.close(order)
    return order


def _check(order: FeeOrder, paid: Counter) -> None:
    if paid.way not in COUNTER_WAYS:
        raise InvalidError("낸 방법을 골라 주세요. 현금, 카드, 수입증지 가운데 하나입니다.", "way")
    if not paid.number.strip():
        raise InvalidError("증지 번호나 영수증 번호를 적어 주세요. 나중에 맞춰 보는 데 필요합니다.", "number")
    if not paid.place.strip():
        raise InvalidError("받은 곳을 적어 주세요. 예: 1층 민원실 3번 창구", "place")
    if paid.won != order.won:
        raise WrongAmountError(order.won, paid.won)
    if paid.paid_at > clock.now():
        raise InvalidError("낸 날이 오늘보다 뒤입니다. 영수증의 날짜를 다시 확인해 주세요.", "paid_on")
    if paid.paid_at.date() < order.owed_at.astimezone(clock.SEOUL).date():
        raise InvalidError("낸 날이 신청한 날보다 앞입니다. 영수증의 날짜를 다시 확인해 주세요.", "paid_on")

"""The values of the payment API as they come over the line; unknown fields are ignored, as its documents ask."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

from eok.core import clock
from eok.linkage import ports
from eok.linkage.answer import Answer
from eok.linkage.errors import LinkageError
from eok.linkage.sentences import sentence

STATES = {
    "READY": ports.PaymentState.READY,
    "IN_PROGRESS": ports.PaymentState.IN_PROGRESS,
    "WAITING_FOR_DEPOSIT": ports.PaymentState.READY,
    "DONE": ports.PaymentState.DONE,
    "PARTIAL_CANCELED": ports.PaymentState.PART_CANCELLED,
    "CANCELED": ports.PaymentState.CANCELLED,
    "ABORTED": ports.PaymentState.ABORTED,
    "EXPIRED": ports.PaymentState.EXPIRED,
}
Status = Literal[
    "READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "DONE", "PARTIAL_CANCELED", "CANCELED", "ABORTED", "EXPIRED"
]  # fmt: skip


class Shape(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class Failure(Shape):
    code: str = Field(max_length=200)


class Address(Shape):
    url: str = Field(pattern=r"^https?://")


class Opened(Shape):
    payment_key: str = Field(min_length=1, max_length=200)
    checkout: Address


class Cancel(Shape):
    cancel_amount: int = Field(gt=0)
    canceled_at: datetime
    transaction_key: str = Field(min_length=1, max_length=64)


class Payment(Shape):
    order_id: str
    payment_key: str = Field(max_length=200)
    status: Status
    total_amount: int = Field(ge=0)
    method: str | None = None
    approved_at: datetime | None = None
    cancels: tuple[Cancel, ...] | None = None
    failure: Failure | None = None


class Named(Shape):
    order_id: str = Field(pattern=r"^[A-Za-z0-9_-]{6,64}$")


class Webhook(Shape):
    event_type: str
    data: Named


class Line(Shape):
    """One line of the list; `amount` is negative for what was given back."""

    transaction_key: str
    order_id: str
    amount: int
    status: Status
    transaction_at: datetime

    @classmethod
    def several(cls, answer: Answer) -> "list[Line]":
        """Raises LinkageError."""
        try:
            return TypeAdapter(list[Line]).validate_json(answer.body)
        except ValidationError:
            raise LinkageError("payments", sentence("payments", "unreadable"), retryable=True) from None

    def plain(self) -> ports.Transaction:
        given_back = self.status in ("CANCELED", "PARTIAL_CANCELED")
        won = -abs(self.amount) if given_back else self.amount
        return ports.Transaction(self.transaction_key, self.order_id, won, _moment(self.transaction_at))


def said(payment: Payment) -> ports.PaymentSaid:
    return ports.PaymentSaid(
        order_no=payment.order_id,
        state=STATES[payment.status],
        won=payment.total_amount,
        payment_key=payment.payment_key,
        method=payment.method or "",
        approved_at=_moment(payment.approved_at) if payment.approved_at else None,
        cancels=tuple(
            ports.Cancelled(one.transaction_key, one.cancel_amount, _moment(one.canceled_at))
            for one in payment.cancels or ()
        ),
        failure=payment.failure.code if payment.failure else "",
    )


def _moment(given: datetime) -> datetime:
    """Some of its moments carry no zone: they are Seoul's."""
    return given if given.tzinfo else given.replace(tzinfo=clock.SEOUL)

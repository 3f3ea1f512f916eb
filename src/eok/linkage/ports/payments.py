"""전자결제: fees paid over the internet (민원처리법 §29, 전자정부법 §14).

The steps are those of published gateways: a checkout is opened under a number of ours, the person agrees there and
comes back, we confirm, and only then money moves. Whatever a browser or a webhook says is a hint: what counts is what
the gateway answers to us.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from eok.linkage.ports.base import Adapter


@dataclass(frozen=True)
class Checkout:
    """What shall be paid."""

    order_no: str
    """Ours, one per visit to the gateway: 6 to 64 letters, digits, `-` and `_`."""
    won: int
    name: str
    """What the person reads there. No personal data: it stands on card statements."""
    paid_url: str
    """Where the browser comes back when the person agreed."""
    left_url: str
    """Where it comes back when not."""


@dataclass(frozen=True)
class OpenedCheckout:
    payment_key: str = field(repr=False)
    """The gateway's name of it."""
    url: str = field(repr=False)
    """Where the person goes."""


class PaymentState(Enum):
    """The gateway's word."""

    READY = "ready"
    """Opened; the person has not agreed."""
    IN_PROGRESS = "in_progress"
    """The person agreed; nothing is taken before we confirm."""
    DONE = "done"
    PART_CANCELLED = "part_cancelled"
    CANCELLED = "cancelled"
    """Was paid, and given back whole."""
    ABORTED = "aborted"
    EXPIRED = "expired"

    @property
    def took_money(self) -> bool:
        return self in (PaymentState.DONE, PaymentState.PART_CANCELLED, PaymentState.CANCELLED)


@dataclass(frozen=True)
class Cancelled:
    """One giving back."""

    transaction_key: str
    """One each: the same giving back told twice has the same."""
    won: int
    at: datetime


@dataclass(frozen=True)
class PaymentSaid:
    """What the gateway says of one payment, when asked."""

    order_no: str
    state: PaymentState
    won: int
    """Of the whole payment. Compare it with what was owed."""
    payment_key: str = field(repr=False)
    method: str = ""
    """카드, 계좌이체 …"""
    approved_at: datetime | None = None
    cancels: tuple[Cancelled, ...] = ()
    failure: str = ""
    """Code of why not."""


@dataclass(frozen=True)
class Transaction:
    """One line of the gateway's list, for 대사."""

    transaction_key: str
    order_no: str
    won: int
    """Taken is positive, given back negative."""
    at: datetime


@dataclass(frozen=True)
class PaymentHint:
    """Something may have happened to this order: ask."""

    order_no: str


class PaymentGateway(Adapter, Protocol):
    """결제대행(PG) 시스템."""

    @property
    def connected(self) -> bool:
        """False: paid at the counter only."""
        ...

    def open(self, checkout: Checkout) -> OpenedCheckout:
        """Raises LinkageError, OutcomeUnknownError. Nothing is taken by it."""
        ...

    def confirm(self, *, payment_key: str, order_no: str, won: int, key: str) -> PaymentSaid:
        """Take the money. The same key takes it once.

        Raises PaymentRefusedError (nothing was taken), OutcomeUnknownError (ask `status`), LinkageError (not sent).
        """
        ...

    def status(self, order_no: str) -> PaymentSaid | None:
        """None: the gateway knows no such order. Raises LinkageError."""
        ...

    def cancel(self, *, payment_key: str, won: int, reason: str, key: str) -> PaymentSaid:
        """Give back so much of it. The same key gives back once. Raises as `confirm`."""
        ...

    def transactions(self, since: datetime, until: datetime) -> tuple[Transaction, ...]:
        """Everything taken and given back in this time. Raises LinkageError."""
        ...

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> PaymentHint:
        """Raises ForgedCallbackError for what is no message of theirs. Nothing in it is believed."""
        ...

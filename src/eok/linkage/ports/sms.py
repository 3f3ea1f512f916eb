"""문자 발송: one short text to one phone.

A text is sent at least once by us; the key lets the gateway make it exactly once.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from eok.linkage.ports.base import Adapter


@dataclass(frozen=True)
class OutgoingSms:
    """What shall reach the person."""

    key: str
    """Ours, one per message, also when it is sent again."""
    to: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True)
class SmsReceipt:
    """The gateway has taken the message over; it may not have arrived."""

    provider_id: str
    """Name of the message at the gateway; empty when sent by hand."""
    accepted_at: datetime
    by_hand: bool = False
    """An officer must send it: no gateway is connected."""


class SmsState(Enum):
    """What became of a message."""

    UNKNOWN = "unknown"
    """The gateway never saw the key: sending again is safe."""
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"
    """It will not arrive (no such number, switched off)."""
    BY_HAND = "by_hand"


@dataclass(frozen=True)
class SmsOutcome:
    state: SmsState
    reason: str = ""
    """Korean words for an officer when it failed."""


class SmsGateway(Adapter, Protocol):
    """문자 발송 시스템."""

    def send(self, message: OutgoingSms) -> SmsReceipt:
        """Hand the message over; the same key sends once.

        Raises LinkageError (retryable or the number is refused), OutcomeUnknownError.
        """
        ...

    def outcome(self, key: str) -> SmsOutcome:
        """What became of it. Raises LinkageError."""
        ...

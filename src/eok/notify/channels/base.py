"""What a channel is: a kind of message (SMS, letter …); vendors are adapters of the room linkage."""

from dataclasses import dataclass
from typing import Protocol

from eok.core.errors import EokError


@dataclass(frozen=True)
class Outgoing:
    """One message as a channel sees it."""

    key: str
    """Idempotency key: sending twice with it sends once, where the provider takes a key."""
    to: str
    title: str
    text: str


@dataclass(frozen=True)
class Receipt:
    provider_id: str
    state: str
    """sent or by_hand"""


class DeliveryError(EokError):
    """It was not sent; `permanent` says whether trying again can help."""

    status = 503

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


class OutcomeUnknownError(EokError):
    """It may have been sent; ask before sending again."""

    status = 503


class Channel(Protocol):
    name: str

    def address(self, profile: object) -> str:
        """Where this person is reached on this channel; empty: not at all."""

    def deliver(self, message: Outgoing) -> Receipt:
        """Hand it over. Raises DeliveryError, OutcomeUnknownError."""

    def outcome(self, key: str) -> str:
        """What became of it: unknown, sent, delivered, failed, by_hand."""

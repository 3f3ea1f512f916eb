"""What happens to money owed."""

from dataclasses import dataclass

from eok.core.events import Event


@dataclass(frozen=True)
class TaxDemanded(Event):
    """The licence tax can be paid now."""

    case_id: str
    won: int
    bill_no: str


@dataclass(frozen=True)
class TaxCleared(Event):
    """The licence tax was paid; the certificate may be handed over (지방세법 §38①)."""

    case_id: str
    won: int
    class_no: int
    receipt_no: str
    paid_on: str
    place: str


@dataclass(frozen=True)
class FeePaid(Event):
    """The fee of a filing was paid (민원처리법 §29)."""

    case_id: str
    won: int
    way: str
    """gateway, cash, card or stamp"""
    receipt_no: str
    paid_on: str


@dataclass(frozen=True)
class FeeRefunded(Event):
    """Money of a fee went back to who paid it."""

    case_id: str
    won: int
    why: str
    """withdrawn, returned, refused, surplus or officer"""
    way: str
    key: str
    """Of the giving back: one each."""


@dataclass(frozen=True)
class FeeReminded(Event):
    """An unpaid fee is told once more; nothing is refused for it."""

    case_id: str
    won: int

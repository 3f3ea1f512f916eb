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

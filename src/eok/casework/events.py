"""What happens to cases, for other rooms to follow up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from eok.core.events import Event
from eok.core.payloads import Upcast


@dataclass(frozen=True)
class CaseEventHappened(Event):
    """Base of what happens to a case: which one, and which event of its chain."""

    case_id: str
    sequence: int
    at: datetime


def _cost_nothing(fields: dict[str, Any], written: int) -> dict[str, Any]:
    """Version 1 was written before fees were kept."""
    return {**fields, "fee_won": 0}


@dataclass(frozen=True)
class CaseOpened(CaseEventHappened):
    """Filed; waits for acceptance. `fee_won` is owed (민원처리법 §29)."""

    version: ClassVar[int] = 2
    upcast: ClassVar[Upcast | None] = _cost_nothing

    fee_won: int


@dataclass(frozen=True)
class CaseAccepted(CaseEventHappened):
    """접수: the clock runs."""


@dataclass(frozen=True)
class SupplementRequested(CaseEventHappened):
    """보완 요구: the clock stands."""


@dataclass(frozen=True)
class SupplementProlonged(CaseEventHappened):
    """The applicant asked for more time."""


@dataclass(frozen=True)
class SupplementReceived(CaseEventHappened):
    """보완 도착: the clock runs on from the next day."""


@dataclass(frozen=True)
class PeriodExtended(CaseEventHappened):
    """처리기간 연장."""


@dataclass(frozen=True)
class DecisionProposed(CaseEventHappened):
    """결재 상신."""


@dataclass(frozen=True)
class CaseMoved(CaseEventHappened):
    """A plain verb was done; its row in the lifecycle table says which notice, if any."""


@dataclass(frozen=True)
class CaseGranted(CaseEventHappened):
    """수리; `licence_tax` says whether 등록면허세 comes before the certificate (지방세법 §38)."""

    licence_tax: bool


@dataclass(frozen=True)
class CaseRefused(CaseEventHappened):
    """수리 거부."""


@dataclass(frozen=True)
class CaseReturned(CaseEventHappened):
    """반려."""


@dataclass(frozen=True)
class CaseWithdrawn(CaseEventHappened):
    """취하."""


@dataclass(frozen=True)
class IssueReady(CaseEventHappened):
    """Nothing stands before the certificate any more."""

    certificate: str
    """Id of the certificate's description; empty: nothing is issued."""


@dataclass(frozen=True)
class CaseCompleted(CaseEventHappened):
    """Everything the office owed was done."""

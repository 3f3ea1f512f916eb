"""등록면허세(면허분): the tax that is reported and paid before the 면허증서 is handed over.

Law: 지방세법 §35① (신고납부), §38① (납부 확인 뒤 교부), §38의2① (면허에 관한 통보). The tax authority is that of the
place of business (지방세법 §25②) and can be another municipality than ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from eok.linkage.ports.base import Adapter


@dataclass(frozen=True)
class TaxDemand:
    """What is owed, by whom, for which licence."""

    key: str
    """Ours, one per order: the same key gives the same bill."""
    payer_name: str = field(repr=False)
    payer_id_hint: str = field(repr=False)
    """Enough to find the payer there: a birth date or a 사업자등록번호; never a 주민등록번호."""
    licence: str
    """Official name, e.g. 통신판매업 신고."""
    class_: int
    """종별, 1 to 5 (지방세법 §23 2호)."""
    won: int
    due_on: date
    place: str
    """납세지: address of the place of business (지방세법 §25②)."""


@dataclass(frozen=True)
class TaxBill:
    """The demand as the tax office has it."""

    bill_no: str | None
    """전자납부번호; None when an officer handles it outside."""
    won: int
    due_on: date
    pay_url: str | None
    """Where the person can pay, if the tax office has such a page."""
    by_hand: bool = False


class TaxState(Enum):
    PENDING = "pending"
    PAID = "paid"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class TaxStatus:
    """What the tax office says of a bill when asked."""

    state: TaxState
    paid_at: datetime | None = None
    receipt_no: str | None = None
    """One per payment: the same settlement told twice has the same number."""
    won: int | None = None
    """What was paid. Compare it with what was owed."""
    by_hand: bool = False


@dataclass(frozen=True)
class TaxSettlement:
    """What the tax office says of a bill by itself. It may come twice, late, or before polling shows it."""

    bill_no: str
    state: TaxState
    paid_at: datetime | None
    receipt_no: str | None
    won: int | None


class LicenceEvent(Enum):
    """지방세법 §38의2①: 부여, 변경, 취소, 정지."""

    GRANTED = "granted"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class LicenceNotice:
    """Told to the tax authority before the certificate is handed over (지방세법 §38의2①).

    The computer record takes the place of the paper form, 지방세법 시행규칙 별지 제19호서식 (지방세법 §38의2②).
    The fields are ours; the layout of that form is 미확인.
    """

    key: str
    event: LicenceEvent
    licence: str
    licence_no: str
    class_: int
    holder_name: str = field(repr=False)
    holder_id_hint: str = field(repr=False)
    place: str
    on: date


@dataclass(frozen=True)
class NoticeReceipt:
    notice_no: str | None
    by_hand: bool = False
    """An officer must send the paper form."""


@dataclass(frozen=True)
class SentForm:
    """One file of the form that was filed along."""

    name: str = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class ClosureReport:
    """폐업신고 of the tax law, filed with ours and sent on (식품위생법 시행규칙 §44②; 전자상거래법 시행규칙 §10②)."""

    key: str
    business_no: str = field(repr=False)
    holder_name: str = field(repr=False)
    closed_on: date
    filed_at: datetime
    form: tuple[SentForm, ...]
    """부가가치세법 시행규칙 별지 제9호서식, as it was given."""


class TaxOffice(Adapter, Protocol):
    """세무부서의 시스템."""

    def demand(self, demand: TaxDemand) -> TaxBill:
        """Ask for a bill; the same key gives the same bill. Raises LinkageError, OutcomeUnknownError."""
        ...

    def status(self, bill_no: str) -> TaxStatus:
        """Ask what became of it (the sweeper does). Raises LinkageError."""
        ...

    def cancel(self, bill_no: str) -> TaxStatus:
        """Withdraw an unpaid bill, e.g. after 취하. A paid one stays PAID: then tell of a refund (지방세법 §37)."""
        ...

    def notify_licence(self, notice: LicenceNotice) -> NoticeReceipt:
        """지방세법 §38의2①. The same key is told once. Raises LinkageError, OutcomeUnknownError."""
        ...

    def hand_over_closure(self, report: ClosureReport) -> NoticeReceipt:
        """Send a 폐업신고 on. The same key is taken once. Raises LinkageError, OutcomeUnknownError."""
        ...

    def read_callback(self, body: bytes, headers: Mapping[str, str]) -> TaxSettlement:
        """The settlement a message of the tax office tells of. Raises ForgedCallbackError.

        The same message can be sent again within the tolerance: callers count a receipt_no once.
        """
        ...

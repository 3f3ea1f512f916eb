"""What eok asks of each outside system: one Protocol each, with the frozen values that cross the border."""

from eok.linkage.ports.addresses import Address, AddressSearch
from eok.linkage.ports.base import Adapter
from eok.linkage.ports.building_register import BuildingFloor, BuildingFound, BuildingRegister, Lot, lot_of
from eok.linkage.ports.identity import Acr, Identity, IdentityProvider
from eok.linkage.ports.payments import (
    Cancelled,
    Checkout,
    OpenedCheckout,
    PaymentGateway,
    PaymentHint,
    PaymentSaid,
    PaymentState,
    Transaction,
)
from eok.linkage.ports.shared_records import Lookup, RecordAbsent, RecordByHand, RecordFound, SharedRecords
from eok.linkage.ports.sms import OutgoingSms, SmsGateway, SmsOutcome, SmsReceipt, SmsState
from eok.linkage.ports.tax_office import (
    ClosureReport,
    LicenceEvent,
    LicenceNotice,
    NoticeReceipt,
    SentForm,
    TaxBill,
    TaxDemand,
    TaxOffice,
    TaxSettlement,
    TaxState,
    TaxStatus,
)

__all__ = [
    "Transaction",
    "PaymentState",
    "PaymentSaid",
    "PaymentHint",
    "PaymentGateway",
    "OpenedCheckout",
    "Checkout",
    "Cancelled",
    "Acr",
    "Adapter",
    "Address",
    "AddressSearch",
    "BuildingFloor",
    "BuildingFound",
    "BuildingRegister",
    "ClosureReport",
    "Identity",
    "IdentityProvider",
    "LicenceEvent",
    "LicenceNotice",
    "Lookup",
    "Lot",
    "NoticeReceipt",
    "OutgoingSms",
    "RecordAbsent",
    "RecordByHand",
    "RecordFound",
    "SentForm",
    "SharedRecords",
    "SmsGateway",
    "SmsOutcome",
    "SmsReceipt",
    "SmsState",
    "TaxBill",
    "TaxDemand",
    "TaxOffice",
    "TaxSettlement",
    "TaxState",
    "TaxStatus",
    "lot_of",
]

"""Money owed: the licence tax of a grant, and the fee of a filing with each visit, payment and refund."""

from eok.payments.models.fee import KINDS, REASONS, WAYS, FeeAttempt, FeeEntry, FeeOrder, FeeRefund
from eok.payments.models.licence_tax import STATES, LicenceTax, Settlement, state_choices

__all__ = [
    "KINDS", "REASONS", "STATES", "WAYS", "FeeAttempt", "FeeEntry", "FeeOrder", "FeeRefund", "LicenceTax", "Settlement", "state_choices",
]  # fmt: skip

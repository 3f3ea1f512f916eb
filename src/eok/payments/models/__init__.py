"""Money owed: the licence tax of a grant, the fee of a filing with each visit, payment and refund; what is sent on to the tax office."""

from eok.payments.models.closure import CLOSURE_STATES, ClosureHandOver
from eok.payments.models.fee import KINDS, REASONS, WAYS, FeeAttempt, FeeEntry, FeeOrder, FeeRefund
from eok.payments.models.licence_tax import STATES, LicenceTax, Settlement, state_choices

__all__ = [
    "CLOSURE_STATES", "KINDS", "REASONS", "STATES", "WAYS", "ClosureHandOver", "FeeAttempt", "FeeEntry", "FeeOrder",
    "FeeRefund", "LicenceTax", "Settlement", "state_choices",
]  # fmt: skip

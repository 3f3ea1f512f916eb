"""People who file, officers who work, what each may do, and the record of who came in."""

from eok.accounts.models.doors import SignInRecord, Throttle
from eok.accounts.models.officers import Officer, RecoveryCode, SetupLink
from eok.accounts.models.people import Person, Signature
from eok.accounts.models.rights import Grant, GrantConfirmation, GrantEnd, RightsReview

__all__ = [
    "Grant",
    "GrantConfirmation",
    "GrantEnd",
    "Officer",
    "Person",
    "RecoveryCode",
    "RightsReview",
    "SetupLink",
    "SignInRecord",
    "Signature",
    "Throttle",
]

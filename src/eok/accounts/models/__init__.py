"""People who file, officers who work, what each may do, and the record of who came in."""

from eok.accounts.models.doors import SignInRecord, Throttle
from eok.accounts.models.officers import Grant, Officer, RecoveryCode, SetupLink
from eok.accounts.models.people import Person, Signature

__all__ = ["Grant", "Officer", "Person", "RecoveryCode", "SetupLink", "SignInRecord", "Signature", "Throttle"]

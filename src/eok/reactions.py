"""What happens next: the whole reaction of the system on one page.

`now` runs in the act's own transaction (database rows only; a failure undoes the act); `later` is a
job of the outbox written in that transaction (rendering, signing and network are always later).
"""

from collections.abc import Mapping, Sequence

from eok.applications.events import ApplicationFiled
from eok.casework import events as cases
from eok.casework import grants
from eok.casework.actions.check import run_automatic_checks
from eok.casework.actions.open import open_case
from eok.casework.actions.proceed import clear_tax, close_issued
from eok.catalogue.actions.hand_out import hand_out
from eok.catalogue.events import DistrictFactDecided
from eok.certificates.actions.issue import issue
from eok.certificates.actions.void import void_older
from eok.certificates.events import CertificateIssued
from eok.core.events import Event, Reaction, later, now
from eok.licences.events import LicenceWritten
from eok.notify.actions.tell import tell, tell_tax
from eok.payments.actions.demand import demand_licence_tax
from eok.payments.events import TaxCleared, TaxDemanded

REACTIONS: Mapping[type[Event], Sequence[Reaction]] = {
    ApplicationFiled: [now(open_case)],
    cases.CaseOpened: [later(tell)],
    cases.CaseAccepted: [later(run_automatic_checks), later(tell)],
    cases.SupplementRequested: [later(tell)],
    cases.SupplementProlonged: [later(tell)],
    cases.SupplementReceived: [later(run_automatic_checks), later(tell)],
    cases.PeriodExtended: [later(tell)],
    cases.DecisionProposed: [],
    cases.CaseMoved: [later(tell)],
    cases.CaseGranted: [now(grants.require_register), later(demand_licence_tax), later(tell)],
    cases.CaseRefused: [later(tell)],
    cases.CaseReturned: [later(tell)],
    cases.CaseWithdrawn: [later(tell)],
    TaxDemanded: [later(tell_tax)],
    TaxCleared: [now(clear_tax)],  # 지방세법 §38: no certificate before the tax
    cases.IssueReady: [now(grants.write_register), later(issue, outside=True)],
    LicenceWritten: [now(void_older)],
    CertificateIssued: [now(close_issued)],
    cases.CaseCompleted: [later(tell)],
    DistrictFactDecided: [later(hand_out)],
}

"""What happens next: the whole reaction of the system on one page.

`now` runs in the act's own transaction (database rows only; a failure undoes the act); `later` is a
job of the outbox written in that transaction (rendering, signing and network are always later).
"""

from collections.abc import Mapping, Sequence

from eok.applications.events import ApplicationFiled, DraftEnding, SignatureAnswered, SignatureAsked
from eok.casework import events as cases
from eok.casework import grants
from eok.casework.actions.check import run_automatic_checks
from eok.casework.actions.look_up_consented import look_up_consented
from eok.casework.actions.open import open_case
from eok.casework.actions.proceed import clear_tax, close_issued, note_fee_paid, note_fee_refunded
from eok.catalogue.actions.hand_out import hand_out
from eok.catalogue.events import DistrictFactDecided
from eok.certificates.actions.issue import issue
from eok.certificates.actions.void import void_older
from eok.certificates.events import CertificateIssued
from eok.core.events import Event, Reaction, later, now
from eok.licences.events import LicenceWritten
from eok.notify.actions.tell import tell, tell_fee_again, tell_fee_paid, tell_fee_refunded, tell_tax
from eok.notify.actions.tell_signers import ask_signer, tell_applicant
from eok.notify.actions.warn import warn_of_draft
from eok.payments.actions.demand import demand_licence_tax
from eok.payments.actions.give_back import give_back
from eok.payments.actions.hand_over_closure import hand_over_closure
from eok.payments.actions.owe import owe_fee
from eok.payments.events import FeePaid, FeeRefunded, FeeReminded, TaxCleared, TaxDemanded

REACTIONS: Mapping[type[Event], Sequence[Reaction]] = {
    SignatureAsked: [later(ask_signer, outside=True)],
    SignatureAnswered: [later(tell_applicant, outside=True)],
    ApplicationFiled: [now(open_case)],
    DraftEnding: [later(warn_of_draft, outside=True)],
    cases.CaseOpened: [now(owe_fee), later(tell)],
    cases.CaseAccepted: [
        later(run_automatic_checks),
        later(look_up_consented, outside=True),
        later(hand_over_closure),
        later(tell),
    ],
    cases.SupplementRequested: [later(tell)],
    cases.SupplementProlonged: [later(tell)],
    cases.SupplementReceived: [
        later(run_automatic_checks),
        later(look_up_consented, outside=True),
        later(tell),
    ],
    cases.PeriodExtended: [later(tell)],
    cases.DecisionProposed: [],
    cases.CaseMoved: [later(tell)],
    cases.CaseGranted: [now(grants.require_register), later(demand_licence_tax), later(tell)],
    cases.CaseRefused: [later(give_back), later(tell)],
    cases.CaseReturned: [later(give_back), later(tell)],
    cases.CaseWithdrawn: [later(give_back), later(tell)],
    FeePaid: [now(note_fee_paid), later(tell_fee_paid)],
    FeeRefunded: [now(note_fee_refunded), later(tell_fee_refunded)],
    FeeReminded: [later(tell_fee_again)],
    TaxDemanded: [later(tell_tax)],
    TaxCleared: [now(clear_tax)],  # 지방세법 §38: no certificate before the tax
    cases.IssueReady: [now(grants.write_register), later(issue, outside=True)],
    LicenceWritten: [now(void_older)],
    CertificateIssued: [now(close_issued)],
    cases.CaseCompleted: [later(tell)],
    DistrictFactDecided: [later(hand_out)],
}

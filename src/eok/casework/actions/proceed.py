"""After a grant: the tax, the fee, then the certificate and the register, then the end."""

from eok.casework import actors, fees, grants, record
from eok.casework.events import CaseCompleted, CaseMoved, IssueReady
from eok.casework.models import Case
from eok.core import events
from eok.core.events import Event


def proceed(case: Case, *, licence_tax: bool) -> None:
    """The next station: 등록면허세 before the certificate (지방세법 §38①)."""
    if licence_tax:
        record.append(case, "await_tax", by=actors.SYSTEM)
        return
    _unless_unpaid(case)


def clear_tax(event: Event) -> None:
    """`now` reaction to TaxCleared: one event of the case (지방세법 시행령 §52①).

    The event is a later room's; its fields say place, won, day, class and receipt. Does nothing when
    the tax was cleared before.
    """
    fields = event.payload()
    case = record.locked(fields["case_id"])
    if case.state != "awaiting_tax":
        return
    proof = {k: fields[k] for k in ("place", "won", "class_no", "paid_on", "receipt_no")}
    record.append(case, "clear_tax", by=actors.SYSTEM, details=proof)
    _unless_unpaid(case)


def note_fee_paid(event: Event) -> None:
    """`now` reaction to FeePaid: one event of the case; a certificate that waited goes on (민원처리법 §29)."""
    fields = event.payload()
    case = record.locked(fields["case_id"])
    told = {k: fields[k] for k in ("won", "way", "receipt_no", "paid_on")}
    fees.note(case, fees.PAID, told)
    if case.state == "awaiting_fee":
        record.append(case, "clear_fee", by=actors.SYSTEM)
        _make_ready(case)


def note_fee_refunded(event: Event) -> None:
    """`now` reaction to FeeRefunded: one event of the case."""
    fields = event.payload()
    case = record.locked(fields["case_id"])
    fees.note(case, fees.GIVEN_BACK, {k: fields[k] for k in ("won", "why", "way")})


def close_issued(event: Event) -> None:
    """`now` reaction to CertificateIssued: the certificate lies ready, nothing is owed any more."""
    fields = event.payload()
    case = record.locked(fields["case_id"])
    if case.state != "issuing":
        return
    done = record.append(case, "complete", by=actors.SYSTEM, details={"document_no": fields["document_no"]})
    events.publish(CaseCompleted(str(case.pk), done.sequence, done.at))


def _unless_unpaid(case: Case) -> None:
    """The certificate waits where the fee comes first; what needs none is not held up by money."""
    if not fees.stands_before_certificate(case, grants.service_of(case)):
        _make_ready(case)
        return
    waiting = fees.wait(case)
    events.publish(CaseMoved(str(case.pk), waiting.sequence, waiting.at))


def _make_ready(case: Case) -> None:
    """Nothing stands in the way any more: the register is written, the certificate is made."""
    certificate = grants.service_of(case).certificate or ""
    verb = "start_issue" if certificate else "complete"
    event = record.append(case, verb, by=actors.SYSTEM)
    events.publish(IssueReady(str(case.pk), event.sequence, event.at, certificate))
    if not certificate:
        events.publish(CaseCompleted(str(case.pk), event.sequence, event.at))

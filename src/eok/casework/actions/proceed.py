"""After a grant: the tax, then the certificate and the register, then the end."""

from eok.casework import actors, grants, record
from eok.casework.events import CaseCompleted, IssueReady
from eok.casework.models import Case
from eok.core import events
from eok.core.events import Event


def proceed(case: Case, *, licence_tax: bool) -> None:
    """The next station: 등록면허세 before the certificate (지방세법 §38①)."""
    if licence_tax:
        record.append(case, "await_tax", by=actors.SYSTEM)
        return
    _make_ready(case)


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
    _make_ready(case)


def close_issued(event: Event) -> None:
    """`now` reaction to CertificateIssued: the certificate lies ready, nothing is owed any more."""
    fields = event.payload()
    case = record.locked(fields["case_id"])
    if case.state != "issuing":
        return
    done = record.append(case, "complete", by=actors.SYSTEM, details={"document_no": fields["document_no"]})
    events.publish(CaseCompleted(str(case.pk), done.sequence, done.at))


def _make_ready(case: Case) -> None:
    """Nothing stands in the way any more: the register is written, the certificate is made."""
    certificate = grants.service_of(case).certificate or ""
    verb = "start_issue" if certificate else "complete"
    event = record.append(case, verb, by=actors.SYSTEM)
    events.publish(IssueReady(str(case.pk), event.sequence, event.at, certificate))
    if not certificate:
        events.publish(CaseCompleted(str(case.pk), event.sequence, event.at))

"""Open a case for an application that was filed."""

from eok.applications import drafts
from eok.applications.drafts import FiledContent
from eok.applications.events import ApplicationFiled
from eok.applications.models import Application
from eok.casework import actors, clockwork, fees, listed, record
from eok.casework.actions.accept import ACCEPT_JOB
from eok.casework.events import CaseOpened
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import Service
from eok.core import events, outbox
from eok.core.keys import keyring
from eok.core.prepared import ID, Rows, Slot
from eok.rules.version import VERSION

_FILED = Rows(
    lambda: Application.objects.select_related("version").defer("version__content").filter(pk=Slot("id", ID))
)


def open_case(event: ApplicationFiled) -> None:
    """`now` reaction: the case exists as soon as the application does (민원처리법 §9①)."""
    (application,) = _FILED.all(id=event.application_id)
    service = read_version(application.version)
    filed = drafts.read_filed(application)
    case = _new_case(application, service, filed)
    fee = fees.at_filing(application, service, filed)
    details = {"fee": fee.as_dict() if fee.full_won else {}}
    opened = record.append(case, "file", by=actors.applicant(application), at=event.filed_at, details=details)
    if clockwork.accepts_by_itself(service):
        at = clockwork.acceptance(event.filed_at)
        outbox.enqueue(ACCEPT_JOB, {"case_id": str(case.pk)}, run_after=at, key=str(case.pk))
    events.publish(CaseOpened(str(case.pk), opened.sequence, opened.at, fee.won))


def _new_case(application: Application, service: Service, filed: FiledContent) -> Case:
    case = Case(
        application=application,
        service_id=application.service_id,
        department=service.office,
        state="",
        filed_at=application.filed_at,
        accept_by=clockwork.accept_by(application.filed_at),
        rules_version=VERSION,
        wrapped_key=keyring().new_data_key(),
        head=b"",
    )
    listed.describe(case, service, filed.applicant, filed.answers)
    return case

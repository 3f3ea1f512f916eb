"""Open a case for an application that was filed."""

from eok.applications import drafts
from eok.applications.events import ApplicationFiled
from eok.applications.models import Application
from eok.casework import actors, clockwork, record
from eok.casework.actions.accept import ACCEPT_JOB
from eok.casework.events import CaseOpened
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import Service
from eok.core import events, outbox, sealed
from eok.core.keys import keyring


def open_case(event: ApplicationFiled) -> None:
    """`now` reaction: the case exists as soon as the application does (민원처리법 §9①)."""
    application = Application.objects.select_related("person", "version").get(pk=event.application_id)
    service = read_version(application.version)
    case = _new_case(application, service)
    opened = record.append(case, "file", by=actors.resident(application.person), at=event.filed_at)
    if service.accept == "auto":
        at = clockwork.acceptance(event.filed_at)
        outbox.enqueue(ACCEPT_JOB, {"case_id": str(case.pk)}, run_after=at, key=str(case.pk))
    events.publish(CaseOpened(str(case.pk), opened.sequence, opened.at))


def _new_case(application: Application, service: Service) -> Case:
    filed = drafts.read_filed(application)
    key = keyring().new_data_key()
    case = Case(
        application=application,
        service_id=application.service_id,
        department=service.office,
        state="",
        filed_at=application.filed_at,
        accept_by=clockwork.accept_by(application.filed_at),
        wrapped_key=key,
        name_digest=_digest("name", filed.applicant.get("name")),
        phone_digest=_digest("phone", filed.applicant.get("phone")),
        business_digest=_digest("business-no", filed.answers.get(_named(service, "business_no"))),
        head=b"",
    )
    shown = {
        "name": filed.applicant.get("name", ""),
        "trade_name": filed.answers.get(_named(service, "name"), ""),
    }
    case.summary = sealed.seal(key, shown, context=f"case:{case.pk}:summary")
    return case


def _digest(purpose: str, value: object) -> str:
    """Keyed digest of digits (numbers) or of the letters as typed (names)."""
    text = str(value or "")
    if purpose != "name":
        text = "".join(c for c in text if c.isdigit())
    return keyring().digest(purpose, text) if text else ""


def _named(service: Service, column: str) -> str:
    """Id of the question that fills a column of the register; the column's own name without one."""
    return service.register.names.get(column, column) if service.register else column

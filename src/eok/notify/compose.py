"""Fill the places of a notice from the case and the event it tells of."""

from collections.abc import Mapping
from datetime import date

from eok.casework import addresses, grants
from eok.casework.models import Case
from eok.core import clock
from eok.krds import filters
from eok.offices import queries as offices


def places(case: Case, details: Mapping[str, object]) -> Mapping[str, str]:
    """Values by place name. Personal data beyond the person's own case number stays out of an SMS."""
    department = offices.department(case.department, on=clock.seoul_now().date())
    return {
        "district": offices.district().name,
        "service": grants.service_of(case).name.ko,
        "number": case.case_no or case.application.application_no,
        "due": filters.due_ko(case.due_at) if case.due_at else "",
        "accept_by": filters.due_ko(case.accept_by),
        "phone": department.phone,
        "office": department.name,
        "link": addresses.of_case(case),
        "until": _day(details.get("due_on") or details.get("objection_until")),
        "detail": str(details.get("text") or details.get("reason") or ""),
    }


def _day(value: object) -> str:
    """An ISO day as people read it."""
    return filters.date_ko(date.fromisoformat(value)) if isinstance(value, str) and value else ""

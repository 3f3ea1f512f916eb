"""The signed-in name of the header: on the desk the officer's, elsewhere the resident's."""

from django.urls import reverse

from eok.accounts import queries
from eok.accounts.models import Officer, Person
from eok.core import clock
from eok.krds.viewer import Viewer
from eok.offices import queries as offices
from eok.offices.errors import DepartmentNotFoundError

DESK = "/desk/"
RESIDENTS = "/my/"
PLACES = "로그인한 곳"


def viewer(path: str, person: Person | None, officer: Officer | None) -> Viewer | None:
    if officer is not None and (person is None or path.startswith(DESK)):
        detail = f"{_department(officer)} · {officer.title}"
        links = ((PLACES, reverse("accounts:officer_sessions")),)
        return Viewer(officer.name, detail, DESK, reverse("accounts:officer_sign_out"), links)
    if person is not None:
        links = ((PLACES, reverse("accounts:my_sessions")),)
        return Viewer(queries.profile(person).name, "", RESIDENTS, reverse("accounts:sign_out"), links)
    return None


def _department(officer: Officer) -> str:
    try:
        return offices.department(officer.department, clock.seoul_now().date()).name
    except DepartmentNotFoundError:
        return officer.department

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


def viewer(path: str, person: Person | None, officer: Officer | None) -> Viewer | None:
    if officer is not None and (person is None or path.startswith(DESK)):
        detail = f"{_department(officer)} · {officer.title}"
        return Viewer(officer.name, detail, home=DESK, sign_out=reverse("accounts:officer_sign_out"))
    if person is not None:
        return Viewer(queries.profile(person).name, home=RESIDENTS, sign_out=reverse("accounts:sign_out"))
    return None


def _department(officer: Officer) -> str:
    try:
        return offices.department(officer.department, clock.seoul_now().date()).name
    except DepartmentNotFoundError:
        return officer.department

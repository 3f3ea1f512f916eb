"""The signed-in name of the header: on the desk the officer's, elsewhere the resident's."""

from django.urls import is_valid_path, reverse

from eok.accounts import queries
from eok.accounts.models import Officer, Person
from eok.accounts.roles import Role
from eok.core import clock
from eok.krds.viewer import Viewer
from eok.offices import queries as offices
from eok.offices.errors import DepartmentNotFoundError

DESK = "/desk/"
SPECIAL = (
    ("개인정보 요구", "/desk/privacy/", frozenset({Role.PRIVACY})),
    ("열람 기록 점검", "/desk/reading-review/", frozenset({Role.PRIVACY, Role.AUDITOR})),
)
"""Word, address, roles that see it."""
RESIDENTS = "/my/"
PLACES = "로그인한 곳"
PASSWORD = "비밀번호 바꾸기"


def viewer(path: str, person: Person | None, officer: Officer | None) -> Viewer | None:
    if officer is not None and (person is None or path.startswith(DESK)):
        detail = f"{_department(officer)} · {officer.title}"
        links = (
            *_links(officer),
            (PLACES, reverse("accounts:officer_sessions")),
            (PASSWORD, reverse("accounts:officer_password")),
        )
        return Viewer(officer.name, detail, DESK, reverse("accounts:officer_sign_out"), links)
    if person is not None:
        links = ((PLACES, reverse("accounts:my_sessions")),)
        return Viewer(queries.profile(person).name, "", RESIDENTS, reverse("accounts:sign_out"), links)
    return None


def _links(officer: Officer) -> tuple[tuple[str, str], ...]:
    """Pages of work that few have; who has not the role does not see the words."""
    roles = queries.roles_of(officer, clock.seoul_now().date())
    return tuple((label, path) for label, path, theirs in SPECIAL if theirs & roles and is_valid_path(path))


def _department(officer: Officer) -> str:
    try:
        return offices.department(officer.department, clock.seoul_now().date()).name
    except DepartmentNotFoundError:
        return officer.department

"""Run in a process that works on a house: what people see of each case, with the pages' own code."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from eok.accounts.models import Officer, Person
from eok.casework.models import Case
from eok.certificates.models import IssuedCertificate
from eok.papers import queries as papers
from tests.desk.rooms import desk
from tests.portal.walking import signed_in

CLERKS = {"economy": "park", "sanitation": "yun"}


def every_case() -> None:
    """Prints each case's state and what its resident and an officer get."""
    for alias in connections:
        call_command("migrate", interactive=False, verbosity=0, database=alias)
    cases = Case.objects.select_related("application").order_by("filed_at", "pk")
    print(json.dumps([[case.state, _resident_gets(case), _officer_gets(case)] for case in cases]))  # noqa: T201


def certificates_into(folder: str) -> None:
    """Every certificate as its file, to be verified by whoever gets it."""
    for issued in IssuedCertificate.objects.select_related("file"):
        (Path(folder) / f"{issued.document_no}.pdf").write_bytes(papers.content(issued.file))


def _resident_gets(case: Case) -> int:
    person = Person.objects.get(pk=case.application.person_id)
    return signed_in(person)[0].get(f"/my/cases/{case.pk}/").status_code


def _officer_gets(case: Case) -> int:
    officer = Officer.objects.get(login=CLERKS[case.department])
    return desk(officer).get(f"/desk/cases/{case.pk}/").status_code


def a_resident_comes_in() -> None:
    """Prints the cookie of a resident with a completed case, the case's address, and the name of their shop."""
    case = Case.objects.select_related("application").filter(state="completed").earliest("filed_at")
    browser, _ = signed_in(Person.objects.get(pk=case.application.person_id))
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME].value
    print(json.dumps({"cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}", "path": f"/my/cases/{case.pk}/"}))  # noqa: T201

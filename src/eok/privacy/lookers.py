"""누가 내 정보를 봤나: each look at what is a person's, with unit, name and rank of who looked.

민원처리법 시행령 §31 tells the officers' names anyway; 전자정부법 §43 lets people see how their data was looked up. A list of
many people's masked rows is no look at one of them and is left out; a file saved with names in clear is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from eok.accounts import queries as accounts
from eok.accounts.models import Officer, Person
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.certificates.models import IssuedCertificate
from eok.core import clock
from eok.licences import queries as licences
from eok.offices import queries as offices
from eok.privacy.models import DisclosureRequest
from eok.trail import acts
from eok.trail import queries as trail
from eok.trail.models import Reading

KINDS = {"officer": "공무원", "resident": "나", "system": "자동", "signer": "함께 서명하는 분"}
"""Who it was, where no officer's name is known."""


@dataclass(frozen=True)
class Look:
    """One look."""

    at: datetime
    who: str
    """`일자리경제과 박지훈 주무관`"""
    purpose: str
    act: str
    what: str
    """`통신판매업 신고 2026-000001`"""


def looks(case: Case) -> list[Look]:
    """At one case, newest first."""
    before = f"draft:{case.application.draft_id}"
    return _told(trail.readings_of_all([f"case:{case.pk}", before]), {})


def looks_at_all_of(person: Person) -> list[Look]:
    """At everything of the person's: cases, register entries, certificates, demands; newest first."""
    named = dict(_subjects(person))
    return _told(trail.readings_of_all(named), named)


def _subjects(person: Person) -> Iterable[tuple[str, str]]:
    """Subject as the log names it → as people read it."""
    affairs = {s.id: s.name.ko for s in catalogue.all_services()}
    yield f"person:{person.pk}", "내 정보"
    for case in casework.of_person(person):
        title = f"{affairs.get(case.service_id, '')} {case.case_no or case.application.application_no}"
        yield f"case:{case.pk}", title
        yield f"draft:{case.application.draft_id}", title
        entry = licences.of_origin(f"case:{case.pk}")
        if entry is not None:
            yield f"licence:{entry.pk}", f"대장 {entry.licence_no}"
    for issued in IssuedCertificate.objects.filter(case__application__person=person):
        yield f"certificate:{issued.pk}", "발급한 문서"
    for row in DisclosureRequest.objects.filter(person=person):
        yield f"disclosure:{row.pk}", f"개인정보 요구 {row.request_no}"


def _told(rows: Iterable[Reading], named: Mapping[str, str]) -> list[Look]:
    rows = list(rows)
    officers = accounts.officers_by_id(row.reader for row in rows if row.reader_kind == "officer")
    return [
        Look(row.at, _who(row, officers), row.purpose, acts.label(row.act), named.get(row.subject, ""))
        for row in rows
    ]


def _who(row: Reading, officers: dict[str, Officer]) -> str:
    officer = officers.get(row.reader) if row.reader_kind == "officer" else None
    if officer is None:
        return KINDS.get(row.reader_kind, row.reader_kind)
    key = row.department or officer.department
    return f"{_unit(key, row.at.astimezone(clock.SEOUL).date())} {officer}".strip()


def _unit(key: str, on: date) -> str:
    """The department by the name it had on that day."""
    return next((d.name for d in offices.departments(on) if d.key == key), "")

"""Gathers what is known of a person when an application begins, and notes that it was read.

Only the person's own: identity, an entry of the register the person names, their last filings (민원처리법 §10①). Each case
and entry that is looked into is in the read log before the page leaves (개인정보 보호법 시행령 §30①).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from eok.accounts import queries as accounts
from eok.accounts.models import Person
from eok.applications.actions.start import start_draft
from eok.applications.models import Draft
from eok.casework import grants
from eok.casework import queries as casework
from eok.casework.lifecycle import ENDED
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.forms import known
from eok.forms.kinds.base import Around
from eok.forms.known import Known
from eok.forms.preparation import preparation
from eok.krds import filters
from eok.licences import owned
from eok.licences import queries as licences
from eok.licences.models import Licence
from eok.portal import filling
from eok.trail.actions.record_reading import record_reading

MOVED = "새 신청에 아는 답을 옮김"
OFFERED = "내 영업을 골라 신청함"


@dataclass(frozen=True)
class Entry:
    """An entry of the register the person may name."""

    id: str
    number: str
    name: str
    premises: str


def entries(person: Person, service: Service) -> list[Entry]:
    """The person's own entries this affair can be about; none where it opens a new one."""
    found = _held(person, service)
    _note(person, [f"licence:{one.pk}" for one in found], OFFERED)
    return [_entry(one) for one in found]


def last_filing(person: Person, service: Service) -> str:
    """What was filed last, in words; empty when nothing was."""
    found = _last(person, service)
    return _title(found[-1]) if found else ""


@transaction.atomic
def begin(
    person: Person, service: Service, *, picked: Mapping[str, str], licence_id: str, before: bool
) -> Draft:
    """A new draft with all that is known, each answer marked.

    picked: 준비할 것, as the address carries it.  licence_id: of `entries`; anything else names none.
    before: whether the last filings may be looked into.
    """
    around = Around(filling.today())
    ready: dict[str, Known] = {}
    for case in _last(person, service) if before else []:
        ready |= _from_case(person, service, case, around)
    for licence in _held(person, service) if licence_id else []:
        if str(licence.pk) == licence_id:
            ready |= _from_entry(person, service, licence, around)
    ready |= known.from_identity(service, accounts.profile(person).as_dict(), around)
    ready |= known.from_preparation(preparation(service, picked))
    return start_draft(service=service, answers={}, by=person, known=ready)


def _from_case(person: Person, service: Service, case: Case, around: Around) -> dict[str, Known]:
    source = f"지난 신청({_title(case)})에서 가져왔어요."
    filed = grants.answers_of(case)
    found = known.from_filing(service, grants.service_of(case), filed, around, source=source)
    _note(person, [f"case:{case.pk}"] if found else [], MOVED)
    return found


def _from_entry(person: Person, service: Service, licence: Licence, around: Around) -> dict[str, Known]:
    source = f"대장({licence.licence_no})에 적힌 것이에요."
    columns = {**licences.content(licence), "licence_no": licence.licence_no}
    found = known.from_register(service, columns, around, source=source)
    _note(person, [f"licence:{licence.pk}"], MOVED)
    return found


def _last(person: Person, service: Service) -> list[Case]:
    """The last of any affair and the last of this one, older first: the newer lies over it."""
    cases = casework.of_person(person).exclude(state=ENDED)
    cases = cases.select_related("application__version").defer("application__version__content")
    found = {case.pk: case for case in (cases.first(), cases.filter(service_id=service.id).first()) if case}
    return sorted(found.values(), key=lambda case: case.filed_at)


def _held(person: Person, service: Service) -> list[Licence]:
    effect = service.register
    if effect is None or effect.effect == "open":
        return []
    profile = accounts.profile(person)
    own = casework.of_person(person).values_list("pk", flat=True)
    origins = [f"case:{case}" for case in own]
    return owned.held_by(profile.name, profile.birth_date, origins, register=effect.register)


def _entry(licence: Licence) -> Entry:
    said = licences.content(licence)
    return Entry(str(licence.pk), licence.licence_no, said.get("name", ""), said.get("premises", ""))


def _title(case: Case) -> str:
    day = filters.date_ko(case.filed_at, weekday=False)
    return f"{day} {grants.service_of(case).name.ko}"


def _note(person: Person, subjects: list[str], purpose: str) -> None:
    for subject in subjects:
        record_reading(reader_kind="resident", reader=str(person.pk), subject=subject, purpose=purpose)

"""Who does something to a case, as its events remember it."""

from dataclasses import dataclass

from eok.accounts.models import Officer, Person
from eok.applications.models import Application


@dataclass(frozen=True)
class Actor:
    kind: str
    """resident, officer or system"""
    id: str


SYSTEM = Actor("system", "eok")


def resident(person: Person) -> Actor:
    return Actor("resident", str(person.pk))


def applicant(application: Application) -> Actor:
    return Actor("resident", str(application.person_id))


def officer(person: Officer) -> Actor:
    return Actor("officer", str(person.pk))

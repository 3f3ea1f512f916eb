"""Named reads: what was confirmed of a person, who the officers are and what each may do on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from eok.accounts.models import Grant, GrantConfirmation, GrantEnd, Officer, Person
from eok.accounts.roles import EVERY_SERVICE, FOUR_EYES, Role
from eok.core import clock, sealed


@dataclass(frozen=True)
class Profile:
    """What the identity provider confirmed, and how the person can be reached."""

    name: str = field(repr=False)
    birth_date: date | None = field(default=None, repr=False)
    phone: str = field(default="", repr=False)
    """010-1234-5678, or empty."""
    email: str = field(default="", repr=False)

    def as_dict(self) -> dict[str, str]:
        """JSON-ready; the birth date as 1985-04-12 or empty."""
        born = self.birth_date.isoformat() if self.birth_date else ""
        return {"name": self.name, "birth_date": born, "phone": self.phone, "email": self.email}


def profile(person: Person) -> Profile:
    """Decrypts. Raises KeyringError when the person's key was destroyed."""
    kept = _kept(person)
    born = date.fromisoformat(kept["birth_date"]) if kept["birth_date"] else None
    return Profile(kept["name"], born, kept["phone"], kept["email"])


def subject(person: Person) -> str:
    """The person's name at the identity provider, for asking that very person to sign."""
    return _kept(person)["subject"]


def profile_context(person: Person) -> str:
    """Binds the ciphertext to its row and column."""
    return f"person:{person.pk}:profile"


def _kept(person: Person) -> Mapping[str, str]:
    kept: Mapping[str, str] = sealed.unseal(
        bytes(person.wrapped_key), bytes(person.profile), context=profile_context(person)
    )
    return kept


def working() -> QuerySet[Officer]:
    """Officers who may come in. Production knows no demonstration officers."""
    rows = Officer.objects.filter(active=True)
    return rows.filter(demonstration=False) if settings.EOK_PRODUCTION else rows


def may_come_in(officer: Officer) -> bool:
    """As `working`, of an officer at hand."""
    return officer.active and not (officer.demonstration and settings.EOK_PRODUCTION)


def officer_names() -> dict[str, str]:
    """Id to name and rank, `박지훈 주무관`, also of those who left (민원처리법 시행령 §31)."""
    return {str(officer.pk): str(officer) for officer in Officer.objects.only("name", "title")}


def officers_by_id(ids: Iterable[str]) -> dict[str, Officer]:
    """Those named in a record, also of those who left; what is no officer's id is left out."""
    found = Officer.objects.in_bulk({int(one) for one in ids if one.isdecimal()})
    return {str(pk): officer for pk, officer in found.items()}


def roles_of(officer: Officer, on: date, service_id: str | None = None) -> set[Role]:
    """What the officer may do on a day; for one affair, or for any when none is named."""
    if not may_come_in(officer):
        return set()
    rows = _in_force(on, service_id).filter(officer=officer)
    return {Role(role) for role in rows.values_list("role", flat=True)}


def may(officer: Officer, role: str, service_id: str, on: date) -> bool:
    """Whether the officer has this role for this affair on this day."""
    return role in roles_of(officer, on, service_id)


def officers_of(
    department: str, *, service_id: str | None = None, role: Role = Role.OFFICER, on: date | None = None
) -> list[Officer]:
    """Those who have the role in a department, in the order they came. on: today in Seoul when left out."""
    day = on or clock.seoul_now().date()
    grants = _in_force(day, service_id).filter(department=department, role=role)
    return list(working().filter(pk__in=grants.values("officer")).order_by("pk"))


def team_lead_of(department: str, service_id: str, on: date | None = None) -> Officer | None:
    """Who decides as 팀장 for an affair; the first where there are several."""
    leads = officers_of(department, service_id=service_id, role=Role.TEAM_LEAD, on=on)
    return leads[0] if leads else None


def in_force(day: Any) -> Q:
    """Grants that hold on a day: begun, not over, not ended, seen by a second person where that is asked for.

    day: a date, or a `Slot` of a prepared statement (hence Any).
    """
    ended = GrantEnd.objects.filter(grant=OuterRef("pk"), void_from__lte=day)
    confirmed = GrantConfirmation.objects.filter(grant=OuterRef("pk"))
    lasts = Q(to_on__isnull=True) | Q(to_on__gte=day)
    seen_twice = ~Q(role__in=FOUR_EYES) | Q(granted_by__isnull=True) | Exists(confirmed)
    return Q(from_on__lte=day) & lasts & seen_twice & ~Q(Exists(ended))


def _in_force(on: date, service_id: str | None) -> QuerySet[Grant]:
    rows = Grant.objects.filter(in_force(on))
    return rows.filter(service_id__in=(EVERY_SERVICE, service_id)) if service_id is not None else rows

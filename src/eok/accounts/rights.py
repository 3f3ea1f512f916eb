"""Named reads of rights: who holds what, who may give it, what waits for a second person, when it was last gone through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from eok.accounts import queries
from eok.accounts.models import Grant, GrantConfirmation, GrantEnd, Officer, RightsReview, SignInRecord
from eok.accounts.records import Outcome
from eok.accounts.roles import BY_A_HEAD, EVERY_SERVICE, FOUR_EYES, LABELS, Role
from eok.core import clock
from eok.offices import queries as offices

REVIEW_EVERY = timedelta(days=183)
"""Half a year: our own measure."""
STATES = ("쓰는 중", "확인 기다림", "앞으로", "지남", "거둠")


@dataclass(frozen=True)
class Held:
    """One right, as a list shows it."""

    id: int
    officer: str
    login: str
    role: str
    department: str
    service: str
    from_on: date
    to_on: date | None
    state: str
    """One of `STATES`."""
    given_by: str
    given_at: datetime | None
    reason: str
    document_no: str
    confirmed: str
    ended: str
    last_in: datetime | None
    """When the officer last came in."""

    @property
    def ends(self) -> bool:
        """It can be taken back."""
        return self.state in STATES[:3]


def may_give(giver: Officer, role: Role, department: str) -> bool:
    """Operators all; the head of a department what its work needs, in that department."""
    on = clock.seoul_now().date()
    if Role.OPERATOR in queries.roles_of(giver, on):
        return True
    return role in BY_A_HEAD and giver in queries.officers_of(department, role=Role.DEPARTMENT_HEAD, on=on)


def places_of(officer: Officer) -> tuple[str, ...] | None:
    """Departments whose rights the officer sees: None means all, () none."""
    on = clock.seoul_now().date()
    if {Role.OPERATOR, Role.AUDITOR} & queries.roles_of(officer, on):
        return None
    heads = Grant.objects.filter(queries.in_force(on), officer=officer, role=Role.DEPARTMENT_HEAD)
    return tuple(sorted(set(heads.values_list("department", flat=True))))


def may_see(officer: Officer, department: str) -> bool:
    places = places_of(officer)
    return places is None or department in places


def listed(places: Sequence[str] | None, *, login: str = "", everything: bool = False) -> list[Held]:
    """Newest first. everything: also what is over."""
    rows = Grant.objects.select_related("officer", "granted_by").order_by("department", "officer_id", "-pk")
    if places is not None:
        rows = rows.filter(department__in=places)
    if login:
        rows = rows.filter(officer__login=login)
    found = _described(rows)
    return found if everything else [one for one in found if one.ends]


def one(grant_id: int, places: Sequence[str] | None) -> tuple[Grant, Held] | None:
    rows = Grant.objects.select_related("officer", "granted_by").filter(pk=grant_id)
    if places is not None:
        rows = rows.filter(department__in=places)
    found = rows.first()
    return (found, _described(rows)[0]) if found else None


def reviews(places: Sequence[str] | None) -> list[RightsReview]:
    rows = RightsReview.objects.select_related("reviewed_by").order_by("-pk")
    return list((rows if places is None else rows.filter(department__in=places))[:20])


def review_is_due(places: Sequence[str] | None) -> bool:
    found = reviews(places)
    return not found or found[0].reviewed_at + REVIEW_EVERY < clock.now()


def _described(rows: QuerySet[Grant]) -> list[Held]:
    grants = list(rows)
    keys = [grant.pk for grant in grants]
    ends = {e.grant_id: e for e in GrantEnd.objects.filter(grant_id__in=keys).select_related("ended_by")}
    agreed = GrantConfirmation.objects.filter(grant_id__in=keys).select_related("confirmed_by")
    seen = {c.grant_id: c for c in agreed}
    last = _last_in({grant.officer_id for grant in grants})
    return [_held(g, ends.get(g.pk), seen.get(g.pk), last.get(g.officer_id)) for g in grants]


def _held(
    grant: Grant, end: GrantEnd | None, seen: GrantConfirmation | None, last_in: datetime | None
) -> Held:
    return Held(
        id=grant.pk,
        officer=str(grant.officer),
        login=grant.officer.login,
        role=str(LABELS[Role(grant.role)]),
        department=department_name(grant.department),
        service="모두" if grant.service_id == EVERY_SERVICE else grant.service_id,
        from_on=grant.from_on,
        to_on=grant.to_on,
        state=_state(grant, end, seen),
        given_by=str(grant.granted_by) if grant.granted_by else "운영 명령",
        given_at=grant.granted_at,
        reason=grant.reason,
        document_no=grant.document_no,
        confirmed=_by(seen.confirmed_by) if seen else "",
        ended=f"{_by(end.ended_by)}: {end.reason}" if end else "",
        last_in=last_in,
    )


def _state(grant: Grant, end: GrantEnd | None, seen: GrantConfirmation | None) -> str:
    today = clock.seoul_now().date()
    if end is not None or not queries.may_come_in(grant.officer):
        return "거둠"
    if grant.to_on is not None and grant.to_on < today:
        return "지남"
    if grant.role in FOUR_EYES and grant.granted_by_id is not None and seen is None:
        return "확인 기다림"
    return "앞으로" if grant.from_on > today else "쓰는 중"


def _by(officer: Officer | None) -> str:
    return str(officer) if officer else "운영 명령"


def _last_in(officers: set[int]) -> dict[int, datetime]:
    came = SignInRecord.objects.filter(
        who_kind="officer", who__in=[str(one) for one in officers], outcome=Outcome.IN
    ).order_by("at")
    return {int(who): at for who, at in came.values_list("who", "at")}


def department_name(key: str) -> str:
    found = {one.key: one.name for one in offices.departments(clock.seoul_now().date())}
    return found.get(key, key)

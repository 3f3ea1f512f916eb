"""Which verbs an officer may do to a case now, and why not the others."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from eok.accounts import queries as accounts
from eok.accounts.models import Grant, Officer
from eok.accounts.roles import EVERY_SERVICE, Role
from eok.casework import facts as gathering
from eok.casework import guards, lifecycle
from eok.casework.lifecycle import By, Transition
from eok.casework.models import Case, Proposal
from eok.core import clock
from eok.core.errors import NotAllowedError
from eok.core.korean import with_particle
from eok.core.prepared import DAY, NUMBER, TEXT, Rows, Slot
from eok.offices import queries as offices

OUTCOMES = {"grant": "grant", "refuse": "refuse"}
"""Verb of a decision → outcome, as the delegation table names it."""
CASE_ROLES = (Role.OFFICER, Role.TEAM_LEAD, Role.DEPARTMENT_HEAD, Role.DISTRICT_HEAD, Role.RECEPTION)
"""Roles that show cases: running the installation and auditing do not (개인정보 보호법 시행령 §30①2)."""

Rights = Callable[[Case], frozenset[str]]
"""The roles one officer holds for a case."""


@dataclass(frozen=True)
class Action:
    """One row of "할 수 있는 일"."""

    row: Transition
    why_not: str | None
    """None: may be done now."""

    @property
    def allowed(self) -> bool:
        return self.why_not is None


def actions(case: Case, officer: Officer) -> tuple[Action, ...]:
    """Every verb officers have, in the order of the table, each open or with its reason."""
    known = gathering.gather(case)
    roles = rights(officer)(case)
    rows = [t for t in lifecycle.TRANSITIONS if {By.OFFICER, By.DECIDER} & set(t.by)]
    return tuple(Action(row, _why_not(case, row, roles, known)) for row in rows)


def require(case: Case, verb: str, officer: Officer) -> Transition:
    """The row of the verb, or NotAllowedError / StateError with the reason."""
    row = lifecycle.transition(case.state, verb)
    reason = _why_not(case, row, rights(officer)(case), gathering.gather(case))
    if reason:
        raise NotAllowedError(f"{with_particle(f'‘{row.label}’', '을')} 할 수 없습니다. {reason}")
    return row


def require_in_work(case: Case, officer: Officer) -> None:
    """Checks are noted while the case is in work, by the department in charge."""
    if case.state != "accepted":
        raise lifecycle.StateError(case.state, "review")
    if Role.OFFICER not in rights(officer)(case):
        raise NotAllowedError("처리주무부서의 담당자만 확인 결과를 적을 수 있습니다. 담당자를 확인해 주세요.")


def departments_of(officer: Officer) -> tuple[str, ...]:
    """Departments whose cases the officer sees today."""
    return tuple(sorted({held.department for held in _held(officer)}))


def awaiting(officer: Officer) -> frozenset[UUID]:
    """Cases whose draft lies with this officer today."""
    held = {(one.department, one.role, one.service_id) for one in _held(officer)}
    return frozenset(
        case
        for department in {department for department, _, _ in held}
        for case, role, service in _PROPOSED.all(department=department)
        if held & {(department, role, service), (department, role, EVERY_SERVICE)}
    )


def _held(officer: Officer) -> list[Grant]:
    return _HELD.all(officer=officer.pk, today=clock.seoul_now().date())


_HELD = Rows(
    lambda: Grant.objects.filter(
        accounts.in_force(Slot("today", DAY)), officer_id=Slot("officer", NUMBER), role__in=CASE_ROLES
    )
)
_PROPOSED = Rows(
    lambda: Proposal.objects.filter(
        result="", case__state="proposed", case__department=Slot("department", TEXT)
    ).values_list("case_id", "decider_role", "case__service_id")
)


def rights(officer: Officer) -> Rights:
    """Asks once for each department and affair, however many cases there are."""
    kept: dict[tuple[str, str], frozenset[str]] = {}

    def of(case: Case) -> frozenset[str]:
        place = (case.department, case.service_id)
        if place not in kept:
            kept[place] = _roles(officer, *place)
        return kept[place]

    return of


def _roles(officer: Officer, department: str, service_id: str) -> frozenset[str]:
    """What the officer holds for an affair in this very department."""
    today = clock.seoul_now().date()
    held = accounts.roles_of(officer, today, service_id)
    return frozenset(
        role
        for role in held
        if officer in accounts.officers_of(department, service_id=service_id, role=role, on=today)
    )


def decider_role(case: Case, outcome: str) -> str:
    """Role that decides this outcome by the delegation table."""
    return offices.delegation(case.service_id, outcome)


def may_decide(case: Case, outcome: str, officer: Officer) -> bool:
    return decider_role(case, outcome) in rights(officer)(case)


def _why_not(case: Case, row: Transition, roles: frozenset[str], known: guards.Facts) -> str | None:
    if case.state not in row.sources:
        return f"지금은 ‘{case.stands.label}’ 상태예요."
    return _not_theirs(case, row, roles) or guards.why_not(row.guard, known)


def _not_theirs(case: Case, row: Transition, roles: frozenset[str]) -> str | None:
    if By.DECIDER in row.by:
        return _not_decider(case, row, roles)
    if Role.OFFICER in roles or (row.verb == "accept" and Role.RECEPTION in roles):
        return None
    return "처리주무부서의 담당자만 할 수 있어요."


def _not_decider(case: Case, row: Transition, roles: frozenset[str]) -> str | None:
    if case.state == "proposed":
        lies_with = _lies_with(case)
        if lies_with not in roles:
            return f"올린 결재가 {offices.role_label(lies_with)}에게 있어요."
    role = decider_role(case, OUTCOMES.get(row.verb, "grant"))
    if row.verb not in OUTCOMES:
        theirs = case.state == "proposed" or role in roles
        return None if theirs else f"위임전결에 따라 {offices.role_label(role)}만 할 수 있어요."
    if role not in roles:
        return (
            f"위임전결에 따라 {with_particle(offices.role_label(role), '이')} 결재해요. 결재를 올려 주세요."
        )
    if case.state == "accepted" and role != Role.OFFICER:
        return "담당자가 결재를 올린 뒤에 할 수 있어요."
    return None


def _lies_with(case: Case) -> str:
    """Role that the waiting draft was sent to."""
    drafts = Proposal.objects.filter(case=case, result="").order_by("-pk")
    return drafts.values_list("decider_role", flat=True).first() or ""

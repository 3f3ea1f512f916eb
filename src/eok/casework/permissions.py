"""Which verbs an officer may do to a case now, and why not the others."""

from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.casework import facts as gathering
from eok.casework import guards, lifecycle
from eok.casework.lifecycle import By, Transition
from eok.casework.models import Case
from eok.core import clock
from eok.core.errors import NotAllowedError
from eok.offices import queries as offices

OUTCOMES = {"grant": "grant", "refuse": "refuse", "send_back": "grant"}


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
    rows = [t for t in lifecycle.TRANSITIONS if {By.OFFICER, By.DECIDER} & set(t.by)]
    return tuple(Action(row, _why_not(case, row, officer, known)) for row in rows)


def require(case: Case, verb: str, officer: Officer) -> Transition:
    """The row of the verb, or NotAllowedError / StateError with the reason."""
    row = lifecycle.transition(case.state, verb)
    reason = _why_not(case, row, officer, gathering.gather(case))
    if reason:
        raise NotAllowedError(f"‘{row.label}’을(를) 할 수 없습니다. {reason}")
    return row


def require_in_work(case: Case, officer: Officer) -> None:
    """Checks are noted while the case is in work, by the department in charge."""
    if case.state != "accepted":
        raise lifecycle.StateError(case.state, "review")
    if not accounts.may(officer, "officer", case.service_id, clock.seoul_now().date()):
        raise NotAllowedError("처리주무부서의 담당자만 확인 결과를 적을 수 있습니다. 담당자를 확인해 주세요.")


def decider_role(case: Case, outcome: str) -> str:
    """Role that decides this outcome by the delegation table."""
    return offices.delegation(case.service_id, outcome)


def may_decide(case: Case, outcome: str, officer: Officer) -> bool:
    role = decider_role(case, outcome)
    return accounts.may(officer, role, case.service_id, clock.seoul_now().date())


def _why_not(case: Case, row: Transition, officer: Officer, known: guards.Facts) -> str | None:
    if case.state not in row.sources:
        return f"지금은 ‘{case.stands.label}’ 상태예요."
    return _not_theirs(case, row, officer) or guards.why_not(row.guard, known)


def _not_theirs(case: Case, row: Transition, officer: Officer) -> str | None:
    if By.DECIDER in row.by:
        return _not_decider(case, row, officer)
    if not accounts.may(officer, "officer", case.service_id, clock.seoul_now().date()):
        return "처리주무부서의 담당자만 할 수 있어요."
    return None


def _not_decider(case: Case, row: Transition, officer: Officer) -> str | None:
    role = decider_role(case, OUTCOMES[row.verb])
    if not may_decide(case, OUTCOMES[row.verb], officer):
        return f"위임전결에 따라 {offices.role_label(role)}이(가) 결재해요. 결재를 올려 주세요."
    if case.state == "accepted" and role != "officer":
        return "담당자가 결재를 올린 뒤에 할 수 있어요."
    return None

"""Accept several cases at once: only new ones; what is left out is named with its reason."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from django.http import HttpRequest

from eok.accounts.models import Officer
from eok.casework.access import CaseNotFoundError
from eok.casework.actions.accept import accept
from eok.casework.models import Case
from eok.core.errors import ConflictError, NotAllowedError
from eok.desk.finding import case_of

KEY = "desk_notice"
"""Of the session: what the last batch did, shown once."""


@dataclass(frozen=True)
class Outcome:
    """What became of the chosen cases."""

    done: int
    left: tuple[str, ...]
    """Each that was left as it is, with its reason."""

    @property
    def sentence(self) -> str:
        if not self.done and not self.left:
            return "고른 것이 없어요. 접수할 것을 고른 뒤 다시 눌러 주세요."
        begun = f"{self.done}건을 접수했어요." if self.done else "접수한 것이 없어요."
        return f"{begun} {len(self.left)}건은 그대로 두었어요." if self.left else begun


def accept_all(case_ids: Iterable[str], officer: Officer) -> Outcome:
    """Each case is its own transaction: one that fails undoes no other."""
    done, left = 0, []
    for case_id in dict.fromkeys(case_ids):
        try:
            _accept(_case(case_id, officer), officer)
            done += 1
        except _LeftError as error:
            left.append(error.reason)
    return Outcome(done, tuple(left))


class _LeftError(Exception):
    """A case of the choice that can't be accepted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _case(case_id: str, officer: Officer) -> Case:
    try:
        return case_of(officer, UUID(case_id))
    except (ValueError, CaseNotFoundError):
        raise _LeftError("찾을 수 없는 사건") from None


def _accept(case: Case, officer: Officer) -> None:
    number = case.case_no or case.application.application_no
    try:
        accept(case_id=case.pk, by=officer)
    except ConflictError:
        case.refresh_from_db()
        raise _LeftError(f"{number}: 지금은 ‘{case.stands.label}’ 상태예요") from None
    except NotAllowedError:
        raise _LeftError(f"{number}: 접수할 권한이 없어요") from None


def leave_notice(request: HttpRequest, outcome: Outcome) -> None:
    request.session[KEY] = asdict(outcome)


def take_notice(request: HttpRequest) -> Outcome | None:
    """What the last batch did, once."""
    kept = request.session.pop(KEY, None)
    return Outcome(kept["done"], tuple(kept["left"])) if kept else None

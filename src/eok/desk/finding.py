"""The officer of a request, and the case of an address if it lies with the officer's department."""

import logging
from typing import cast

from django.http import HttpRequest

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.accounts.records import address_of
from eok.accounts.roles import LABELS, Role
from eok.casework import permissions
from eok.casework.access import CaseNotFoundError, readable
from eok.casework.models import Case
from eok.core import clock, pii
from eok.core.errors import NotAllowedError
from eok.core.keyed import Key
from eok.core.korean import with_particle

log = logging.getLogger("eok.access")


def officer_of(request: HttpRequest) -> Officer:
    """The officer also knows where they sit, for the read log (접속지), masked."""
    officer = cast(Officer, request.officer)  # type: ignore[attr-defined]  # set by accounts' middleware
    officer.seen_from = pii.mask_ip(address_of(request))  # type: ignore[attr-defined]  # of this request alone
    return officer


def case_of(officer: Officer, case_id: Key) -> Case:
    """Raises CaseNotFoundError also for a case of another department, which is logged; CaseEndedError."""
    rows = Case.objects.select_related("application__version", "application__person", "officer")
    case = rows.filter(pk=case_id).first()
    if case is None:
        raise CaseNotFoundError
    if case.department not in permissions.departments_of(officer):
        log.warning("officer %s asked for case %s of another department", officer.pk, case.pk)
        raise CaseNotFoundError
    return readable(case)


def require_role(officer: Officer, *roles: Role) -> None:
    """Work that is no case: answering demands, looking through the read log. Raises NotAllowedError."""
    if not set(roles) & accounts.roles_of(officer, clock.seoul_now().date()):
        names = ", ".join(LABELS[role] for role in roles)
        raise NotAllowedError(
            f"이 화면은 {names}만 열 수 있습니다. 맡은 일에 없어서 보이지 않았습니다. 권한을 준 사람에게 물어봐 주세요."
        )


def require_open(case: Case, officer: Officer, *verbs: str) -> None:
    """A page for a verb that is not open says why instead of showing its form."""
    rows = [a for a in permissions.actions(case, officer) if a.row.verb in verbs]
    if rows and not any(a.allowed for a in rows):
        raise NotAllowedError(
            f"{with_particle(f'‘{rows[0].row.label}’', '을')} 할 수 없습니다. {rows[0].why_not} 사건 화면에서 확인해 주세요."
        )

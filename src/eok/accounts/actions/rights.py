"""Give a right, have a second person confirm it, take it back, go through all of them.

개인정보 보호법 시행령 §30①2: rights are given by what the work needs. Nobody gives one to themselves, nor ends their own; who may
give rights to others gets that right from two people. Whoever it concerns signs in anew, so that no open
session keeps what was taken or lacks what was given.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from eok.accounts import queries, rights
from eok.accounts.errors import RightError, RightRefusedError
from eok.accounts.models import Grant, GrantConfirmation, GrantEnd, Officer, RightsReview
from eok.accounts.roles import EVERY_SERVICE, FOUR_EYES, LABELS, Role
from eok.core import clock
from eok.core.korean import with_particle

LONGEST = timedelta(days=2 * 366)
"""Of a right given at the desk; then somebody has to want it anew."""
LONGEST_REASON = 200


@dataclass(frozen=True)
class Right:
    """What is to be given."""

    role: Role
    department: str
    from_on: date
    to_on: date | None = None
    service_id: str = EVERY_SERVICE


@transaction.atomic
def give(officer: Officer, right: Right, *, by: Officer | None, reason: str, document_no: str = "") -> Grant:
    """Raises RightError, RightRefusedError. by: None at the command line."""
    _require_giver(officer, right.role, right.department, by)
    _require_sense(officer, right, reason, has_end=by is not None)
    given = put(officer, right, by=by, reason=reason.strip(), document_no=document_no.strip())
    _sign_in_anew(officer)
    return given


def put(
    officer: Officer, right: Right, *, by: Officer | None, reason: str = "", document_no: str = ""
) -> Grant:
    """The row alone, for an officer who is just being made."""
    return Grant.objects.create(
        officer=officer,
        role=right.role,
        department=right.department,
        service_id=right.service_id,
        from_on=right.from_on,
        to_on=right.to_on,
        granted_by=by,
        granted_at=clock.now(),
        reason=reason,
        document_no=document_no,
    )


@transaction.atomic
def confirm(grant: Grant, *, by: Officer | None) -> None:
    """The second pair of eyes. Raises RightRefusedError."""
    if grant.role not in FOUR_EYES or GrantConfirmation.objects.filter(grant=grant).exists():
        raise RightRefusedError(
            "확인을 기다리는 권한이 아닙니다. 바꾼 것이 없습니다. 목록을 새로 고쳐 주세요."
        )
    if GrantEnd.objects.filter(grant=grant).exists():
        raise RightRefusedError("이미 거둔 권한입니다. 확인하지 않았습니다. 필요하면 새로 주세요.")
    if by is not None and by.pk == grant.granted_by_id:
        raise RightRefusedError(
            "준 사람이 스스로 확인할 수 없습니다. 확인하지 않았습니다. 다른 운영자에게 부탁해 주세요."
        )
    _require_giver(grant.officer, Role(grant.role), grant.department, by)
    GrantConfirmation.objects.create(grant=grant, confirmed_by=by, confirmed_at=clock.now())
    _sign_in_anew(grant.officer)


@transaction.atomic
def end(grant: Grant, *, by: Officer | None, reason: str) -> None:
    """It does not hold any more from this moment on. Raises RightError, RightRefusedError."""
    _require_giver(grant.officer, Role(grant.role), grant.department, by)
    if not reason.strip():
        raise RightError("까닭이 비었습니다. 거두지 않았습니다. 왜 거두는지 적어 주세요.", "reason")
    put_end(grant, by=by, reason=reason.strip()[:LONGEST_REASON])
    _sign_in_anew(grant.officer)


def put_end(grant: Grant, *, by: Officer | None, reason: str) -> None:
    """The row alone. Raises RightRefusedError when it was ended already."""
    today = clock.seoul_now().date()
    try:
        with transaction.atomic():
            GrantEnd.objects.create(
                grant=grant, void_from=today, ended_by=by, ended_at=clock.now(), reason=reason
            )
    except IntegrityError as error:
        raise RightRefusedError(
            "이미 거둔 권한입니다. 바꾼 것이 없습니다. 목록을 새로 고쳐 주세요."
        ) from error


def review(*, by: Officer | None, department: str, held: int, note: str) -> RightsReview:
    """Somebody went through the list. Raises RightError, RightRefusedError."""
    if by is not None and not rights.may_see(by, department):
        raise RightRefusedError(
            "이 부서의 권한을 점검할 수 없습니다. 적지 않았습니다. 운영자에게 부탁해 주세요."
        )
    if not note.strip():
        raise RightError("점검 결과가 비었습니다. 적지 않았습니다. 무엇을 보았는지 적어 주세요.", "note")
    return RightsReview.objects.create(
        reviewed_by=by, reviewed_at=clock.now(), department=department, held=held, note=note.strip()[:500]
    )


def _require_giver(officer: Officer, role: Role, department: str, by: Officer | None) -> None:
    if by is None:
        return
    if by.pk == officer.pk:
        raise RightRefusedError(
            "자기 권한은 스스로 주거나 확인하거나 거둘 수 없습니다. 바꾼 것이 없습니다. 다른 운영자나 부서장에게 부탁해 주세요."
        )
    if not rights.may_give(by, role, department):
        raise RightRefusedError(
            f"이 부서의 {with_particle(LABELS[role], '을')} 정할 권한이 없습니다. 바꾼 것이 없습니다. 운영자에게 부탁해 주세요."
        )


def _require_sense(officer: Officer, right: Right, reason: str, *, has_end: bool) -> None:
    today = clock.seoul_now().date()
    if not queries.may_come_in(officer):
        raise RightError("쓰지 않게 한 사람입니다. 주지 않았습니다. 다른 사람을 골라 주세요.", "login")
    if not reason.strip() or len(reason.strip()) > LONGEST_REASON:
        raise RightError(
            f"까닭이 비었거나 {LONGEST_REASON}자를 넘습니다. 주지 않았습니다. 짧게 적어 주세요.", "reason"
        )
    if right.from_on < today:
        raise RightError(
            "첫날이 지난 날입니다. 주지 않았습니다. 오늘이나 앞으로의 날을 적어 주세요.", "from_on"
        )
    if has_end and (right.to_on is None or right.to_on > right.from_on + LONGEST):
        raise RightError(
            "마지막 날이 없거나 2년을 넘습니다. 주지 않았습니다. 2년 안의 날을 적어 주세요.", "to_on"
        )
    if right.to_on is not None and right.to_on < right.from_on:
        raise RightError("마지막 날이 첫날보다 앞입니다. 주지 않았습니다. 날짜를 다시 적어 주세요.", "to_on")


def _sign_in_anew(officer: Officer) -> None:
    Officer.objects.filter(pk=officer.pk).update(epoch=F("epoch") + 1)

"""Make an officer, or make one anew: both end in a link that opens once (전자정부법 §34)."""

import re
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from eok.accounts import second_factor
from eok.accounts.actions import rights
from eok.accounts.actions.rights import Right
from eok.accounts.errors import OfficerError
from eok.accounts.models import Grant, GrantEnd, Officer, RecoveryCode, SetupLink
from eok.accounts.roles import EVERY_SERVICE, Role
from eok.core import clock
from eok.core.keys import keyring
from eok.gate import machine_time
from eok.offices import queries as offices

LINK_HOURS = 72
MADE, LEFT = "업무담당자로 등록", "업무담당자에서 물러남"
_LOGIN = re.compile(r"[a-z][a-z0-9._-]{2,39}")


@dataclass(frozen=True)
class NewOfficer:
    """What the operator says of an officer."""

    login: str
    name: str
    title: str
    department: str
    roles: tuple[Role, ...]
    phone: str = ""
    departments: tuple[str, ...] = field(default=())
    """Where the roles hold; the officer's own department when left out."""
    service_id: str = EVERY_SERVICE


@transaction.atomic
def create(wanted: NewOfficer, *, by: Officer | None, demonstration: bool = False) -> Officer:
    """The officer with their rights from today on. Raises OfficerError. by: None at the command line."""
    _require_valid(wanted)
    officer = Officer.objects.create(
        login=wanted.login,
        name=wanted.name,
        title=wanted.title,
        department=wanted.department,
        phone=wanted.phone,
        wrapped_key=keyring().new_data_key(),
        created_at=clock.now(),
        demonstration=demonstration,
    )
    today = clock.seoul_now().date()
    for department in wanted.departments or (wanted.department,):
        for role in wanted.roles:
            rights.put(
                officer, Right(role, department, today, service_id=wanted.service_id), by=by, reason=MADE
            )
    return officer


@transaction.atomic
def invite(officer: Officer) -> str:
    """A fresh one-time token; earlier ones stop working. Only its digest is stored."""
    now = machine_time.now()
    SetupLink.objects.filter(officer=officer, used_at__isnull=True).update(expires_at=now)
    token = secrets.token_urlsafe(32)
    SetupLink.objects.create(
        officer=officer,
        digest=token_digest(token),
        totp_secret=second_factor.sealed_secret(officer, second_factor.new_secret()),
        expires_at=now + timedelta(hours=LINK_HOURS),
    )
    return token


@transaction.atomic
def reset(officer: Officer) -> str:
    """Password, second factor, recovery codes and sessions end now; returns the token to begin anew."""
    if not officer.active:
        raise OfficerError("쓰지 않게 한 사람입니다. 아무것도 바꾸지 않았습니다. 새 아이디를 만들어 주세요.")
    _end_access(officer)
    return invite(officer)


@transaction.atomic
def disable(officer: Officer, *, by: Officer | None = None) -> None:
    """The officer left: no more entry, no more rights. The row stays, for cases name it."""
    _end_access(officer)
    Officer.objects.filter(pk=officer.pk).update(active=False)
    SetupLink.objects.filter(officer=officer, used_at__isnull=True).update(expires_at=machine_time.now())
    ended = GrantEnd.objects.values("grant")
    for held in Grant.objects.filter(officer=officer).exclude(pk__in=ended):
        rights.put_end(held, by=by, reason=LEFT)


def token_digest(token: str) -> str:
    return keyring().digest("setup-link", token)


def _end_access(officer: Officer) -> None:
    RecoveryCode.objects.filter(officer=officer).delete()
    Officer.objects.filter(pk=officer.pk).update(password="", totp_secret=b"", epoch=F("epoch") + 1)


def _require_valid(wanted: NewOfficer) -> None:
    if not _LOGIN.fullmatch(wanted.login):
        raise OfficerError(
            f"아이디 {wanted.login!r}을(를) 쓸 수 없습니다. 만들지 않았습니다. "
            "영문 소문자로 시작해 소문자·숫자·점·줄표로 3자 이상 40자 아래로 적어 주세요."
        )
    if Officer.objects.filter(login=wanted.login).exists():
        raise OfficerError(
            f"아이디 {wanted.login}은(는) 이미 있습니다. 만들지 않았습니다. 다른 아이디를 적어 주세요."
        )
    today = clock.seoul_now().date()
    known = [department.key for department in offices.departments(today)]
    for key in (wanted.department, *wanted.departments):
        if key not in known:
            raise OfficerError(
                f"부서 {key!r}이(가) 구의 부서 목록에 없습니다. 만들지 않았습니다. "
                f"다음 가운데 하나를 적어 주세요: {', '.join(known)}"
            )

"""Demonstration officers with passwords anybody may know. Production makes none and lets none in.

Names, logins and phones are invented.
"""

import base64
import hashlib
from dataclasses import dataclass

import yaml
from django.conf import settings
from django.db import transaction

from eok.accounts import passwords, second_factor
from eok.accounts.actions.invite import NewOfficer, create
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core.errors import NotAllowedError
from eok.core.launch.places import ROOT
from eok.gate import machine_time

PASSWORD = "trial-desk-2026"
PEOPLE = ROOT / "simulators" / "people.yaml"
BOTH = ("economy", "sanitation")
OFFICERS = (
    NewOfficer("park", "박지훈", "주무관", "economy", (Role.OFFICER,), "02-0000-0011"),
    NewOfficer("kim", "김민서", "팀장", "economy", (Role.TEAM_LEAD,), "02-0000-0012"),
    NewOfficer("yun", "윤가온", "주무관", "sanitation", (Role.OFFICER,), "02-0000-0021"),
    NewOfficer("jeong", "정다온", "팀장", "sanitation", (Role.TEAM_LEAD,), "02-0000-0022"),
    NewOfficer("han", "한여울", "주무관", "civil_service", (Role.RECEPTION,), "02-0000-0041", BOTH),
    NewOfficer("seok", "석다슬", "기록연구사", "civil_service", (Role.RECORDS,), "02-0000-0043"),
    NewOfficer("moon", "문보라", "주무관", "civil_service", (Role.PRIVACY,), "02-0000-0044"),
    NewOfficer("ohan", "오한결", "주무관", "civil_service", (Role.OPERATOR,), "02-0000-0042", BOTH),
)
WHAT_THEY_DO = {
    "park": "통신판매업 신고를 검토하고 결재를 올려요",
    "kim": "일자리경제과의 결재를 해요",
    "yun": "식품 영업 폐업신고를 검토하고 전결해요",
    "jeong": "위생과의 결재를 해요",
    "han": "창구에서 접수해요",
    "seok": "기록의 보존과 파기를 맡아요",
    "moon": "개인정보 요구에 답하고 열람 기록을 점검해요",
    "ohan": "시스템을 운영해요",
}


@dataclass(frozen=True)
class Login:
    """How to come in as a demonstration officer now."""

    officer: str
    does: str
    login: str
    code: str
    secret: str


@transaction.atomic
def create_demonstration_officers() -> list[Officer]:
    """All of them, as they should be; a second call changes nothing but mends them. Not in production."""
    if settings.EOK_PRODUCTION:
        raise NotAllowedError(
            "운영에서는 시험용 직원을 만들지 않습니다. 아무것도 만들지 않았습니다. ./eok admin create로 만들어 주세요."
        )
    return [_mended(wanted) for wanted in OFFICERS]


def secret(login: str) -> str:
    """The fixed second factor of a demonstration officer."""
    digest = hashlib.sha256(f"eok demonstration {login}".encode()).digest()
    return base64.b32encode(digest[: second_factor.SECRET_BYTES]).decode()


def officers() -> list[Login]:
    """Those that were made, with the code of this half minute."""
    now = machine_time.seconds()
    return [_login(officer, now) for officer in Officer.objects.filter(demonstration=True).order_by("pk")]


def seconds_left() -> int:
    """Until the next code."""
    return second_factor.STEP_SECONDS - machine_time.seconds() % second_factor.STEP_SECONDS


def residents() -> list[tuple[str, str]]:
    """(name, about): whom the identity simulator offers; none where it does not come along."""
    if not PEOPLE.exists():
        return []
    people = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))
    return [(str(one["name"]), str(one["about"])) for one in people]


def simulators() -> list[tuple[str, str]]:
    """(what one sees there, address) of the outside systems that are played."""
    links = (
        ("시험용 문자함(보낸 문자 보기)", settings.EOK_SMS_URL),
        ("시험용 세무 시스템(등록면허세 내기)", settings.EOK_TAX_OFFICE_URL),
        ("시험용 전자결제(수수료 내기)", settings.EOK_PAYMENTS_URL),
        ("시험용 행정정보 공동이용", settings.EOK_SHARED_RECORDS_URL),
        ("시험용 간편인증", settings.EOK_IDENTITY_URL),
    )
    return [(label, address) for label, address in links if address]


def _mended(wanted: NewOfficer) -> Officer:
    """A real officer of the same login is left alone."""
    officer = Officer.objects.filter(login=wanted.login).first() or create(
        wanted, by=None, demonstration=True
    )
    if officer.demonstration and not officer.password:
        officer.password = passwords.hashed(PASSWORD)
        officer.totp_secret = second_factor.sealed_secret(officer, secret(officer.login))
        officer.save(update_fields=["password", "totp_secret"])
    return officer


def _login(officer: Officer, now: int) -> Login:
    key = secret(officer.login)
    does = WHAT_THEY_DO.get(officer.login, "")
    return Login(
        str(officer), does, officer.login, second_factor.code_at(key, now), second_factor.in_fours(key)
    )

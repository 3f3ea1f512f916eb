"""What the district says of itself: the shapes of the files in `districts/<name>/`.

Departments come and go; each has its days, so that a case of last year still names the office it lay
with. Who decides follows the delegation table (행정업무의 운영 및 혁신에 관한 규정 §10②).
"""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from eok.rules.licence_tax import Place


class Part(BaseModel):
    """Base of every part of a district's file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class District(Part):
    """`district.yaml`."""

    name: str
    """`서초구`"""
    short_name: str
    """`서초`, where `구` would be said twice."""
    region: str
    """시·도 it lies in: `서울특별시`."""
    office_name: str
    """`서초구청`"""
    head_title: str
    """Who signs, by office and never by name: `서초구청장`."""
    phone: str
    hours: str
    address_prefixes: tuple[str, ...]
    """How addresses inside the district begin, with and without the 시·도."""
    admin_code: str = Field(pattern=r"^\d{5}$")
    """First five digits of the 행정구역코드 of addresses inside."""
    tax_place: Place
    """Column of the licence-tax table: `인구 50만 이상 시`, `그 밖의 시`, `군` (지방세법 §34①③)."""
    demonstration: bool = False
    """True: invented numbers; production refuses it."""


class Department(Part):
    """부서, from its first day to its last."""

    key: str
    name: str
    phone: str
    hours: str | None = None
    from_on: date
    to_on: date | None = None
    """Last day; None: still there."""

    def stands_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


class Role(StrEnum):
    """Places in the line of 결재."""

    OFFICER = "officer"
    TEAM_LEAD = "team_lead"
    DEPARTMENT_HEAD = "department_head"
    DISTRICT_HEAD = "district_head"


class Outcomes(Part):
    """Who decides, by outcome."""

    grant: Role
    refuse: Role


class RegisterActs(Part):
    """Who decides what the office does to a register of its own accord."""

    sanction: Role = Role.DEPARTMENT_HEAD
    lift: Role = Role.DEPARTMENT_HEAD
    revoke: Role = Role.DEPARTMENT_HEAD
    strike_off: Role = Role.DEPARTMENT_HEAD
    reinstate: Role = Role.DEPARTMENT_HEAD
    correct: Role = Role.OFFICER


class Delegation(Part):
    """`delegation.yaml`: 위임전결."""

    rule: str
    """The district's own rule (훈령·규칙) the table stands in."""
    on: date
    by: str
    labels: dict[Role, str]
    default: Outcomes
    services: dict[str, Outcomes] = {}
    registers: RegisterActs = RegisterActs()


class RefundShares(Part):
    """How much of a paid fee goes back, in percent. No statute read says so: the district's rule."""

    before_acceptance: int = Field(default=100, ge=0, le=100)
    """취하 before 접수: nothing was done for it yet."""
    withdrawn: int = Field(default=0, ge=0, le=100)
    returned: int = Field(default=0, ge=0, le=100)
    refused: int = Field(default=0, ge=0, le=100)


class FeeRule(Part):
    """What `fees.yaml` says beside the amounts: refunds, and when an unpaid fee is told again."""

    rule: str = ""
    """The district's own rule (조례) it stands in; empty: 미확인."""
    on: date | None = None
    by: str = ""
    refund: RefundShares = RefundShares()
    remind_after_days: int = Field(default=3, ge=1)
    services: dict[str, Any] = {}
    """Read by the catalogue, which knows their shape (`facts.py`)."""


class Register(Part):
    """One 대장 and how its numbers are written."""

    name: str
    number_pattern: str
    """`제{year}-서울서초-{serial:05d}호`"""
    department: str = ""
    """Key of the department that keeps it; empty: nobody writes into it by hand."""

"""Named reads of what the district set: itself, its departments, who decides, numbers, tax classes.

Files are read once per process and per folder; changing them takes a restart, as with settings.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from pydantic import TypeAdapter, ValidationError

from eok.offices import data_file, facts
from eok.offices.district import Delegation, Department, District, FeeRule, Register, Role
from eok.offices.errors import DepartmentNotFoundError, DistrictFileError
from eok.rules.licence_tax import Place

TAX = "tax"
"""Key of the tax department in `departments.yaml`."""


def district() -> District:
    """The district this installation serves. Production refuses invented facts (DistrictFileError)."""
    found = _district(settings.EOK_DISTRICT_DIR)
    if settings.EOK_PRODUCTION and found.demonstration:
        raise DistrictFileError(
            f"{settings.EOK_DISTRICT_DIR}은(는) 시험용 자료라서 운영에 쓸 수 없습니다. 전화번호와 부서가 지어낸 것이어서 열지 않았습니다. 실제 구의 폴더를 EOK_DISTRICT_DIR로 정해 주세요."
        )
    return found


def department(key: str, on: date) -> Department:
    """The department as it stood on a day. Raises DepartmentNotFoundError."""
    for one in departments(on):
        if one.key == key:
            return one
    raise DepartmentNotFoundError(key)


def departments(on: date) -> tuple[Department, ...]:
    """All departments of a day, in the order of the file."""
    return tuple(one for one in _departments(settings.EOK_DISTRICT_DIR) if one.stands_on(on))


def tax_department(on: date) -> Department | None:
    """세무부서, which tells how the licence tax is paid (지방세법 §35①); None where the file names none."""
    return next((one for one in departments(on) if one.key == TAX), None)


def department_keys() -> frozenset[str]:
    """Every key that ever named a department."""
    return frozenset(one.key for one in _departments(settings.EOK_DISTRICT_DIR))


def delegation(service_id: str, outcome: str) -> Role:
    """Who decides: `outcome` is `grant` or `refuse` (행정업무의 운영 및 혁신에 관한 규정 §10②)."""
    table = _delegation(settings.EOK_DISTRICT_DIR)
    role: Role = getattr(table.services.get(service_id, table.default), outcome)
    return role


def register_decider(act: str) -> Role:
    """Who decides an act of the office on a register: `sanction`, `lift`, `revoke`, `strike_off` …"""
    role: Role = getattr(_delegation(settings.EOK_DISTRICT_DIR).registers, act)
    return role


def delegation_rule() -> Delegation:
    """The whole table, for pages that show where it comes from."""
    return _delegation(settings.EOK_DISTRICT_DIR)


def role_label(role: str) -> str:
    """`팀장`"""
    return _delegation(settings.EOK_DISTRICT_DIR).labels[Role(role)]


def register(key: str) -> Register:
    """A 대장 of the district. Raises DistrictFileError."""
    registers = _registers(settings.EOK_DISTRICT_DIR)
    if key not in registers:
        raise DistrictFileError(f"대장({key})이 registers.yaml에 없습니다. 이름과 번호 꼴을 적어 주세요.")
    return registers[key]


def registers_of(departments: Collection[str]) -> Mapping[str, Register]:
    """The 대장 these departments keep, by key."""
    kept = _registers(settings.EOK_DISTRICT_DIR).items()
    return {key: one for key, one in kept if one.department in departments}


def register_keys() -> frozenset[str]:
    """Every 대장 of the district."""
    return frozenset(_registers(settings.EOK_DISTRICT_DIR))


def number_pattern(key: str) -> str:
    """How numbers of a register are written: `제{year}-서울서초-{serial:05d}호`."""
    return register(key).number_pattern


def licence_tax_class(service_id: str) -> int | None:
    """Class (종별) of the licence a service grants; None: no licence tax (지방세법 §23 2호)."""
    overlay = _overlays(settings.EOK_DISTRICT_DIR).get(service_id)
    fact = overlay.value.get("licence_tax") if overlay else None
    return fact["class"] if fact else None


def fee_rule() -> FeeRule:
    """Refunds and reminders of fees, as the district's table says."""
    return _fee_rule(settings.EOK_DISTRICT_DIR)


def tax_place() -> Place:
    """Column of the licence-tax table our district stands in (지방세법 §34①③)."""
    return district().tax_place


def _validated(path: Path, kind: Any) -> Any:
    file = data_file.read(path)
    try:
        return TypeAdapter(kind).validate_python(file.value)
    except ValidationError as error:
        first = error.errors()[0]
        raise DistrictFileError(
            f"{file.place(tuple(first['loc']))}: {first['msg']} ({'.'.join(map(str, first['loc']))})"
        ) from error


@lru_cache(maxsize=8)
def _district(folder: Path) -> District:
    found: District = _validated(folder / "district.yaml", District)
    return found


@lru_cache(maxsize=8)
def _departments(folder: Path) -> tuple[Department, ...]:
    found: tuple[Department, ...] = _validated(folder / "departments.yaml", tuple[Department, ...])
    return found


@lru_cache(maxsize=8)
def _delegation(folder: Path) -> Delegation:
    found: Delegation = _validated(folder / "delegation.yaml", Delegation)
    return found


@lru_cache(maxsize=8)
def _registers(folder: Path) -> Mapping[str, Register]:
    found: Mapping[str, Register] = _validated(folder / "registers.yaml", dict[str, Register])
    return found


@lru_cache(maxsize=8)
def _fee_rule(folder: Path) -> FeeRule:
    path = folder / "fees.yaml"
    found: FeeRule = _validated(path, FeeRule) if path.exists() else FeeRule()
    return found


@lru_cache(maxsize=8)
def _overlays(folder: Path) -> Mapping[str, data_file.DataFile]:
    return facts.overlays(folder)

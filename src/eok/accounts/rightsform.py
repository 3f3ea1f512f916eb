"""The form of a right: its questions with what was typed, and what was typed as a right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from eok.accounts import queries
from eok.accounts.actions.rights import Right
from eok.accounts.errors import RightError
from eok.accounts.models import Officer
from eok.accounts.roles import EVERY_SERVICE, LABELS, Role
from eok.core import clock
from eok.krds.fields import Choice, Field, Kind, date_parts
from eok.offices import queries as offices

PARTS = ("year", "month", "day")
LONGEST_DOCUMENT_NO, LONGEST_SERVICE = 60, 60


@dataclass(frozen=True)
class Asked:
    """What somebody wants to give, and to whom."""

    officer: Officer
    right: Right
    reason: str
    document_no: str


def fields(typed: Mapping[str, str], error: RightError | None = None) -> tuple[Field, ...]:
    """The questions; the error stands beside its own."""
    today = clock.seoul_now().date()
    people = [Choice(o.login, f"{o} ({o.login})") for o in queries.working().order_by("department", "name")]
    places = [Choice(one.key, one.name) for one in offices.departments(today)]
    asked = (
        _select("login", "누구에게", people, typed),
        _select("role", "맡은 일", [Choice(role.value, label) for role, label in LABELS.items()], typed),
        _select("department", "부서", places, typed),
        Field(
            "service",
            "service",
            "민원사무",
            value=typed.get("service", ""),
            help="하나만 맡길 때 그 id를 적어요. 비우면 모두예요.",
            required=False,
        ),
        _day("from_on", "첫날", typed, today.isoformat()),
        _day("to_on", "마지막 날", typed, ""),
        Field(
            "reason",
            "reason",
            "까닭",
            Kind.TEXT,
            typed.get("reason", ""),
            "예: 일자리경제과 전입",
            width="w-full",
        ),
        Field(
            "document_no",
            "document_no",
            "문서번호",
            value=typed.get("document_no", ""),
            help="인사발령 같은 문서가 있으면 적어요.",
            required=False,
        ),
    )
    return tuple(replace(f, error=error.message) if error and f.name == error.field else f for f in asked)


def read(typed: Mapping[str, str]) -> Asked:
    """Raises RightError at the first thing that can't be used."""
    officer = queries.working().filter(login=typed.get("login", "")).first()
    if officer is None:
        raise RightError("누구에게 줄지 고르지 않았습니다. 주지 않았습니다. 목록에서 골라 주세요.", "login")
    return Asked(
        officer, _right(typed), typed.get("reason", ""), _short(typed, "document_no", LONGEST_DOCUMENT_NO)
    )


def _right(typed: Mapping[str, str]) -> Right:
    if typed.get("role") not in Role._value2member_map_:
        raise RightError("맡은 일을 고르지 않았습니다. 주지 않았습니다. 목록에서 골라 주세요.", "role")
    known = [one.key for one in offices.departments(clock.seoul_now().date())]
    if typed.get("department") not in known:
        raise RightError("부서를 고르지 않았습니다. 주지 않았습니다. 목록에서 골라 주세요.", "department")
    service = _short(typed, "service", LONGEST_SERVICE) or EVERY_SERVICE
    if service != EVERY_SERVICE and not service.replace("-", "").isalnum():
        raise RightError(
            "민원사무 id를 읽을 수 없습니다. 주지 않았습니다. 영문과 줄표로 적어 주세요.", "service"
        )
    return Right(
        Role(typed["role"]),
        typed["department"],
        _read_day(typed, "from_on"),
        _read_day(typed, "to_on"),
        service,
    )


def _select(name: str, label: str, choices: Sequence[Choice], typed: Mapping[str, str]) -> Field:
    return Field(name, name, label, Kind.SELECT, typed.get(name, ""), options=choices)


def _day(name: str, label: str, typed: Mapping[str, str], otherwise: str) -> Field:
    parts = [typed.get(f"{name}.{part}", "") for part in PARTS]
    value = "-".join(parts) if any(parts) else otherwise
    return Field(name, name, label, Kind.DATE, parts=date_parts(name, value))


def _read_day(typed: Mapping[str, str], name: str) -> date:
    try:
        return date(*(int(typed.get(f"{name}.{part}", "")[:4]) for part in PARTS))
    except ValueError as error:
        raise RightError(
            "날짜를 읽을 수 없습니다. 주지 않았습니다. 년, 월, 일을 숫자로 적어 주세요.", name
        ) from error


def _short(typed: Mapping[str, str], name: str, longest: int) -> str:
    text = typed.get(name, "").strip()
    if len(text) > longest or not text.isprintable():
        raise RightError(
            f"{longest}자를 넘거나 보이지 않는 글자가 있습니다. 주지 않았습니다. 줄여서 다시 적어 주세요.",
            name,
        )
    return text

"""What the books say, line by line: columns after the law, personal values masked.

민원 처리부 is 별지 제1호서식 (민원처리법 시행규칙 §3①), which may be kept electronically (§3④); its columns
here are what the law has recorded, for the picture of the form was not at hand (미확인). The 관리대장 follow
`data/registers`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from eok.accounts import queries as accounts
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.core import clock, pii
from eok.krds import filters
from eok.licences import columns, queries
from eok.licences.models import Licence, Sanction
from eok.licences.registers import register_law
from eok.licences.states import LicenceState
from eok.offices import queries as offices

PAGE = 500
Found = QuerySet[Any, Any]
RowsOf = Callable[[list[Any]], list[tuple[str, ...]]]
CASE_LAW = "민원처리법 시행규칙 §3①"
CASE_NOTE = "별지 제1호서식. 서식 그림의 칸과 차례는 아직 대조하지 않았어요(미확인)."
CASE_HEAD = (
    "접수번호",
    "접수일시",
    "민원명",
    "민원인",
    "처리주무부서",
    "담당자",
    "처리기한",
    "처리일",
    "처리결과",
)


@dataclass(frozen=True)
class Book:
    key: str
    title: str
    year: int
    law: str
    note: str
    head: tuple[str, ...]
    department: str = ""
    departments: Mapping[str, str] = field(default_factory=dict)
    """To choose from; none where the book has one department."""

    def query(self, **changed: object) -> str:
        """`?year=…&`, to be followed by more."""
        given = {"year": self.year, "department": self.department, **changed}
        return f"?{urlencode({key: value for key, value in given.items() if value})}&"


def case_rows(cases: list[Case]) -> list[tuple[str, ...]]:
    affairs = {s.id: s.name.ko for s in catalogue.all_services()}
    places = {d.key: d.name for d in offices.departments(clock.seoul_now().date())}
    names = accounts.officer_names()
    return [_case_row(case, affairs, places, names) for case in cases]


def _case_row(
    case: Case, affairs: Mapping[str, str], places: Mapping[str, str], names: Mapping[str, str]
) -> tuple[str, ...]:
    return (
        case.case_no or "",
        _moment(case.accepted_at),
        affairs.get(case.service_id, case.service_id),
        pii.mask_name(casework.summary(case).get("name", "")),
        places.get(case.department, case.department),
        names.get(str(case.officer_id), "") if case.officer_id else "",
        _moment(case.due_at),
        _moment(case.decided_at),
        case.stands.label,
    )


def of_register(register: str, name: str, year: int) -> Book:
    law = register_law(register).book
    head = (*(OWN.get(c) or columns.caption(c) for c in law.columns), "상태", "행정처분")
    note = f"{law.form}. {law.note}" if law.form else law.note
    return Book(register, name, year, law.law, note, head)


OWN = {"licence_no": "번호", "opened_on": "신고일"}


def register_rows(register: str) -> RowsOf:
    wanted = register_law(register).book.columns

    def of(licences: list[Licence]) -> list[tuple[str, ...]]:
        stands = queries.standings(licences, clock.seoul_now().date())
        sanctions = _sanctions(licences)
        return [_line(one, wanted, stands[one.pk], sanctions.get(one.pk, "")) for one in licences]

    return of


def _line(licence: Licence, wanted: Sequence[str], stands: LicenceState, sanctions: str) -> tuple[str, ...]:
    content = queries.content(licence)
    said = {
        **columns.shown(content, columns.veil(content)),
        "licence_no": licence.licence_no,
        "opened_on": licence.opened_on.isoformat(),
    }
    ended = f" {licence.ended_on.isoformat()}" if licence.ended_on else ""
    return (*(said.get(column, "") for column in wanted), f"{stands.label}{ended}", sanctions)


def _sanctions(licences: list[Licence]) -> dict[Any, str]:
    """Kind and first day of each, in one query."""
    found: dict[Any, str] = {}
    for one in Sanction.objects.filter(licence__in=licences).order_by("sequence"):
        said = f"{one.get_kind_display()} {one.from_on.isoformat()}"
        found[one.licence_id] = f"{found[one.licence_id]}, {said}" if one.licence_id in found else said
    return found


def _moment(value: Any) -> str:
    return filters.short_datetime(value) if value else ""

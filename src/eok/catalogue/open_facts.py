"""What is still open: every fact production does not accept, whose it is and where one finds it.

The law leaves periods to the 처리기준표 (민원처리법 §36①), fees to ordinances (지방자치법 §156①), classes of the licence
tax to a table of the decree (지방세법 시행령 §39). Until the district says them, the affair stays shut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from eok.catalogue import facts, queries
from eok.catalogue.adopted import OFFICE
from eok.catalogue.dated import State, in_force
from eok.catalogue.errors import FactNotFoundError
from eok.catalogue.schema import FeeFact, Grade, LicenceTaxFact, PeriodFact, Service, Source
from eok.core import clock
from eok.offices import queries as offices
from eok.offices.data_file import Loc

LABELS = {
    "processing_period": "처리기간", "deemed_after": "법에 정한 처리 기한", "fee": "수수료", "licence_tax": "등록면허세 종별",
    "filing_deadline": "신고 기한", "not_needed": "신고하지 않아도 되는 경우", "papers": "구비서류", "form": "서식",
    "review": "확인할 것", OFFICE: "담당 부서", "who": "신고하는 사람", "when": "신고하는 때", "warnings": "주의할 것",
    "tax_closure": "세무서에 넘길 폐업신고", "checked": "파일을 확인한 기록", "coming": "바뀔 것", "law": "근거 법령", "refusal_reasons": "거부 사유", "supplement_reasons": "보완 사유",
}  # fmt: skip
UNITS = {"immediate": "즉시", "hours": "시간", "days": "일", "weeks": "주", "months": "개월"}
_FOUND = {
    "processing_period": "민원처리기준표(민원처리법 §36①)나 구의 민원편람",
    "fee": "구의 수수료 조례(지방자치법 §156①)나 그 법의 수수료 별표",
    "licence_tax": "지방세법 시행령 §39의 별표 1",
    OFFICE: "구의 사무분장 규칙. 부서는 departments.yaml에 있어야 합니다",
}
_ELSEWHERE = "근거 조문과 거기서 넘긴 고시·조례의 지금 글"


@dataclass(frozen=True)
class OpenFact:
    """One fact that keeps an affair shut."""

    service: str
    title: str
    department: str
    """Key of the department that answers for the affair."""
    field: str
    """Where it stands in the affair's file: `fee`, `papers.2`."""
    label: str
    grade: str
    says: str
    """What the file says now."""
    source: str
    """Where that comes from."""
    find: str
    """Where one finds what holds."""
    since: date | None
    """First day of the state it belongs to; None: it is so today."""


def listed() -> tuple[OpenFact, ...]:
    """Of every affair handled in the house, as it stands today and as it is known to stand later."""
    found: dict[tuple[str, str], OpenFact] = {}
    today = clock.seoul_now().date()
    for service in queries.all_services():
        if service.channel != "in_house":
            continue
        now = tuple(_of(service, None))
        later = [one for state in queries.coming(service.id) for one in _of_state(state)]
        for one in (*now, *later):
            found.setdefault((one.service, one.field), one)
    return tuple(sorted(found.values(), key=lambda one: (one.department, one.title, one.since or today)))


def fields(service: Service) -> dict[str, Source]:
    """Every place of an affair that the district may fill: all but what was read in a statute."""
    found = {name_of(fact.loc): fact.source for fact in facts.facts(service) if fact.loc[-1] == "source"}
    return {name: source for name, source in found.items() if source.grade is not Grade.LAW}


def standing(service_id: str, field: str) -> State:
    """Today's state of the affair, or the next one in which the district may fill this. Raises FactNotFoundError."""
    states = queries.loaded().states[queries.get(service_id).id]
    today = in_force(states, clock.seoul_now().date())
    for state in (today, *queries.coming(service_id)):
        if field == OFFICE or field in fields(state.service):
            return state
    raise FactNotFoundError


def whence(source: Source) -> str:
    """Where a fact comes from, in one line."""
    return " · ".join(
        str(part) for part in (source.cite, source.where, source.on, source.by, source.note) if part
    )


def name_of(loc: Loc) -> str:
    """("papers", 2, "source") → `papers.2`"""
    return ".".join(map(str, loc[:-1]))


def label(field: str) -> str:
    """`구비서류 3`"""
    root, _, rest = field.partition(".")
    number = next((part for part in rest.split(".") if part.isdigit()), None)
    return f"{LABELS.get(root, root)} {int(number) + 1}" if number else LABELS.get(root, root)


def says(part: object) -> str:
    """A fact in a few words."""
    if isinstance(part, PeriodFact):
        return UNITS[part.unit] if part.unit == "immediate" else f"{part.value}{UNITS[part.unit]}"
    if isinstance(part, FeeFact):
        return f"{part.won:,}원"
    if isinstance(part, LicenceTaxFact):
        return f"제{part.class_}종" if part.class_ else "과세 대상 아님"
    words = getattr(part, "text", None) or getattr(part, "name", None) or getattr(part, "title", None)
    return str(words or "")


def at(service: Service, field: str) -> object:
    """The part of a service that a field names; None where it has none."""
    part: object = service
    for key in field.split("."):
        if isinstance(part, tuple) and key.isdigit() and int(key) < len(part):
            part = part[int(key)]
        else:
            part = getattr(part, key, None) if isinstance(part, BaseModel) else None
    return part


def _of_state(state: State) -> Iterator[OpenFact]:
    yield from _of(state.service, state.since)


def _of(service: Service, since: date | None) -> Iterator[OpenFact]:
    standing = {one.key for one in offices.departments(clock.seoul_now().date())}
    if service.office not in standing:
        nowhere = Source(grade=Grade.OPEN, note=f"부서표에 오늘 {service.office}이(가) 없습니다")
        yield _open(service, OFFICE, nowhere, service.office, since)
    for fact in facts.unsure(service):
        field = name_of(fact.loc)
        yield _open(service, field, fact.source, says(at(service, field)), since)


def _open(service: Service, field: str, source: Source, text: str, since: date | None) -> OpenFact:
    find = _FOUND.get(field.partition(".")[0], _ELSEWHERE)
    return OpenFact(
        service.id, service.name.ko, service.office, field, label(field), source.grade.value, text,
        whence(source), find, since,
    )  # fmt: skip

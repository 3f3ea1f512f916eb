"""한꺼번에 닫기: every standing licence of the person, chosen at once, one set of answers, one filing each.

Nothing of it is kept apart: how far each stands is read from its own draft and its own case, so a filing that fails,
waits or is taken back touches no other. What the office already has is not asked again (민원처리법 §10③ 2호).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from eok.accounts import queries as accounts
from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications import queries as applications
from eok.applications.models import Draft
from eok.casework import grants
from eok.casework import queries as casework
from eok.casework.lifecycle import sources_of
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Service
from eok.core import clock
from eok.licences import owned
from eok.licences import queries as licences
from eok.licences.models import Licence
from eok.offices import queries as offices
from eok.payments import queries as payments
from eok.rules.matching import building_of

FAILED = ("withdrawn", "refused", "returned")
"""Cases that ended without a closure: it can be filed again."""
SANCTIONED = "영업정지 기간이라 폐업신고를 할 수 없어요. 끝난 뒤에 해 주세요. (식품위생법 제37조제8항)"
NOT_HERE = "이 대장의 폐업신고는 아직 여기에서 받지 않아요. 담당 부서에 물어봐 주세요."


@dataclass(frozen=True)
class Step:
    """How far the closure of one licence is."""

    word: str
    tone: str
    detail: str = ""
    go_url: str = ""
    go_label: str = ""
    undo_url: str = ""
    undo_label: str = ""
    undo_posts: bool = False
    """The undo is a press, not a page that asks first."""
    tax: str = ""
    """How the tax office's 폐업신고 that goes along stands."""


@dataclass(frozen=True)
class Line:
    """One licence."""

    licence: Licence
    number: str
    register: str
    name: str
    place: str
    service: Service | None
    why_not: str
    """Why it can't be closed here; empty when it can."""
    step: Step | None
    """None: not begun."""

    @property
    def open(self) -> bool:
        return not self.why_not and self.step is None


def lines(person: Person) -> list[Line]:
    """The person's standing licences, and those being closed."""
    cases = list(casework.of_person(person))
    begun = _begun(person, cases)
    known = {one.licence_no: one for one in _held(person, cases)}
    known |= {number: one for number in begun if (one := _of_number(number)) and number not in known}
    return [_line(known[number], begun.get(number)) for number in sorted(known)]


def service_of(licence: Licence) -> Service | None:
    """The affair that closes an entry of this register, if it is open here."""
    for service in catalogue.all_services():
        effect = service.register
        if effect and effect.effect == "close" and effect.register == licence.register:
            return service if catalogue.may_open(service) else None
    return None


def _held(person: Person, cases: list[Case]) -> list[Licence]:
    known = accounts.profile(person)
    return owned.held_by(known.name, known.birth_date, [f"case:{case.pk}" for case in cases])


def _of_number(number: str) -> Licence | None:
    effects = (service.register for service in catalogue.all_services() if service.register)
    registers = {effect.register for effect in effects if effect.effect == "close"}
    return next((one for key in sorted(registers) if (one := licences.find(key, number))), None)


def _begun(person: Person, cases: list[Case]) -> dict[str, Draft | Case]:
    """By licence number: the draft or the latest case of its closure."""
    closing = {s.id: s for s in catalogue.all_services() if s.register and s.register.effect == "close"}
    found: dict[str, Draft | Case] = {}
    for case in reversed([case for case in cases if case.service_id in closing and case.wrapped_key]):
        if case.state not in FAILED:
            found[_number(closing[case.service_id], grants.answers_of(case))] = case
    for draft in applications.drafts_of(person).filter(service_id__in=list(closing)):
        found.setdefault(_number(closing[draft.service_id], drafts.read(draft).answers), draft)
    return {number: one for number, one in found.items() if number}


def _number(service: Service, answers: Mapping[str, object]) -> str:
    assert service.register is not None  # only affairs that close an entry come here
    return str(answers.get(service.register.names.get("licence_no", "")) or "")


def _line(licence: Licence, begun: Draft | Case | None) -> Line:
    content, service = licences.content(licence), service_of(licence)
    return Line(
        licence, licence.licence_no, offices.register(licence.register).name, content.get("name", ""),
        content.get("premises", ""), service, _why_not(licence, service), _step(begun) if begun else None,
    )  # fmt: skip


def _why_not(licence: Licence, service: Service | None) -> str:
    if service is None:
        return NOT_HERE
    standing = licences.standing(licence, clock.seoul_now().date())
    return SANCTIONED if standing.label == "영업정지" else ""


def _step(begun: Draft | Case) -> Step:
    if isinstance(begun, Draft):
        return Step(
            "쓰는 중", "warning", "아직 내지 않았어요. 이어서 서류를 붙이고 서명해 내 주세요.",
            reverse("portal:draft", args=[begun.pk]), "이어서 내기",
            reverse("portal:closing_drop", args=[begun.pk]), "빼기", undo_posts=True,
        )  # fmt: skip
    may_undo = begun.state in sources_of("withdraw")
    return Step(
        begun.stands.label if not begun.stands.open else "냈어요", "success",
        f"{begun.stands.told} · {begun.case_no or begun.application.application_no}",
        reverse("portal:case", args=[begun.pk]), "진행 보기",
        reverse("portal:withdraw", args=[begun.pk]) if may_undo else "", "취하", tax=_tax(begun),
    )  # fmt: skip


def _tax(case: Case) -> str:
    row = payments.closure_of(case)
    return f"세무서 폐업신고: {row.get_state_display()}" if row else ""


def places(shown: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Grouped by the place they are at."""
    grouped: dict[str, list[Line]] = {}
    for line in shown:
        grouped.setdefault(building_of(line.place), []).append(line)
    for together in grouped.values():
        yield together[0].place or "주소 없음", together

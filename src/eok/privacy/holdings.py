"""What the house holds of one person, part by part of 개인정보 보호법 시행령 §41①, in words for a document."""

from collections.abc import Callable, Iterable, Mapping

from eok.accounts import queries as accounts
from eok.accounts.models import Person, Signature
from eok.applications import consents, drafts
from eok.applications import queries as applications
from eok.casework import answers, grants, look_ups
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.krds import filters
from eok.papers import queries as papers
from eok.payments.models import LicenceTax
from eok.privacy import lookers
from eok.trail.acts import ACTS, Act

NOTHING = "우리 구청이 이 시스템에 가진 것이 없습니다."
MOST_LOOKS = 400
"""Newest looks in a document; all of them stand in 누가 내 정보를 봤나."""


def lines(person: Person, scope: str) -> tuple[str, ...]:
    """The lines of one part."""
    return tuple(PARTS[scope](person)) or (NOTHING,)


def _items(person: Person) -> Iterable[str]:
    known = accounts.profile(person)
    born = known.birth_date.isoformat() if known.birth_date else "없음"
    yield f"본인확인으로 받은 것: 이름 {known.name}, 생년월일 {born}, 전화 {known.phone or '없음'}, 전자우편 {known.email or '없음'}"
    for case in casework.of_person(person):
        for section in answers.sections(case):
            said = ", ".join(f"{row.question.label.ko}: {row.words}" for row in section.rows if row.words)
            if said:
                yield f"{_name(case)} · {section.title}: {said}"
        files = [papers.name(row.upload) for row in applications.filed_papers(case.application)]
        if files:
            yield f"{_name(case)} · 낸 파일: {', '.join(files)}"


def _purpose(person: Person) -> Iterable[str]:
    for case in casework.of_person(person):
        service = grants.service_of(case)
        yield f"{_name(case)}: {service.name.ko} 처리 (개인정보 보호법 제15조제1항제3호)"


def _period(person: Person) -> Iterable[str]:
    for case in casework.of_person(person):
        yield (
            f"{_name(case)}: 민원 기록으로 보존합니다. 보존기간은 처리 부서의 기록관리기준에 따르며"
            "(공공기록물 관리에 관한 법률 제19조제1항), 이 시스템에는 아직 정해지지 않았습니다(미확인)."
        )


def _provided(person: Person) -> Iterable[str]:
    for case in casework.of_person(person):
        for tax in LicenceTax.objects.filter(case=case).filter(demanded_at__isnull=False):
            yield f"{_name(case)}: 세무부서에 등록면허세 고지를 위해 알림 ({filters.short_date(tax.demanded_at or case.filed_at)})"
    for look in lookers.looks_at_all_of(person):
        if look.act == ACTS[Act.LOOK_UP]:
            yield f"{look.what}: {look.purpose} ({filters.short_datetime(look.at)})"


def _consent(person: Person) -> Iterable[str]:
    for row in Signature.objects.filter(person=person).order_by("created_at"):
        yield f"{filters.short_datetime(row.authenticated_at)} 신청 내용을 확인하고 본인확인으로 서명함"
    for case in casework.of_person(person):
        yield from _look_ups(case)


def _look_ups(case: Case) -> Iterable[str]:
    """What was agreed to, until when, and what came of it (전자정부법 §42①, §43①)."""
    given = consents.all_of(case.application.draft_id)
    names = {paper.id: paper.name.ko for paper in grants.service_of(case).papers}
    for one in given:
        back = f", {filters.short_datetime(one.withdrawn_at)} 거둠" if one.withdrawn_at else ""
        yield f"{_name(case)}: {one.text} ({filters.short_datetime(one.given_at)} 동의{back})"
    for paper, mode in drafts.read_filed(case.application).modes.items():
        if mode == "look_up" and paper in names and paper not in {one.paper_id for one in given}:
            when = filters.short_datetime(case.filed_at)
            yield f"{_name(case)}: {names[paper]} 행정정보 공동이용 조회 ({when})"
    for paper, known in look_ups.of_case(case).items():
        for once in (one for one in known.all if one.row.source):
            when = filters.short_datetime(once.row.answered_at or once.row.asked_at)
            number = f", 조회번호 {once.row.reference_no}" if once.row.reference_no else ""
            yield f"{_name(case)}: {names[paper]} 조회 ({once.row.source}, {when}{number})"


def _readings(person: Person) -> Iterable[str]:
    for look in lookers.looks_at_all_of(person)[:MOST_LOOKS]:
        yield f"{filters.short_datetime(look.at)} {look.who} · {look.what} · {look.act} · {look.purpose}"


def _name(case: Case) -> str:
    return f"{grants.service_of(case).name.ko} {case.case_no or case.application.application_no}"


PARTS: Mapping[str, Callable[[Person], Iterable[str]]] = {
    "items": _items,
    "purpose": _purpose,
    "period": _period,
    "provided": _provided,
    "consent": _consent,
    "readings": _readings,
}

"""Builds 나의 민원: what I must do first, then what is open, drafts, papers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from eok.accounts.models import Person
from eok.applications import queries as applications
from eok.casework import queries as casework
from eok.casework import supplements
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.certificates import queries as certificates
from eok.core import clock
from eok.krds import filters
from eok.payments import queries as payments


@dataclass(frozen=True)
class Duty:
    """One thing that waits for me."""

    title: str
    detail: str
    label: str
    url: str


@dataclass(frozen=True)
class CaseLine:
    title: str
    url: str
    number: str
    told: str
    badge: str
    due: str
    share: int
    """Used part of the statutory time, in hundredths, for the bar; 0 when there is none."""


@dataclass(frozen=True)
class DraftLine:
    id: str
    title: str
    url: str
    saved_at: datetime
    kept_until: date


def my_page(person: Person) -> dict[str, object]:
    names = {s.id: s.name.ko for s in catalogue.all_services()}
    cases = list(casework.of_person(person))
    return {
        "duties": _duties(person, cases, names),
        "open": [_line(c, names) for c in cases if c.stands.open],
        "ended": [_line(c, names) for c in cases if not c.stands.open],
        "drafts": _drafts(person, names),
        "certificates": certificates.of_person(person),
        "names": names,
    }


def _duties(person: Person, cases: list[Case], names: dict[str, str]) -> list[Duty]:
    out = [_supplement_duty(c, names) for c in cases if c.state == "supplement"]
    for tax in payments.owed_by(person):
        out.append(
            Duty(
                f"{names.get(tax.case.service_id, '')} 등록면허세를 내 주세요",
                f"{filters.won(tax.won)} · 내면 바로 신고증을 드려요",
                "내는 방법 보기",
                reverse("portal:case", args=[tax.case_id]),
            )
        )
    return out


def _supplement_duty(case: Case, names: dict[str, str]) -> Duty:
    waiting = supplements.waiting(case.pk)
    until = f"{filters.date_ko(waiting.due_on, year=False)}까지 내면 돼요" if waiting else ""
    title = f"{names.get(case.service_id, '')}에 고칠 곳이 있어요"
    return Duty(title, until, "고치기", reverse("portal:case", args=[case.pk]))


def _line(case: Case, names: dict[str, str]) -> CaseLine:
    return CaseLine(
        title=names.get(case.service_id, case.service_id),
        url=reverse("portal:case", args=[case.pk]),
        number=f"접수번호 {case.case_no}" if case.case_no else f"신청번호 {case.application.application_no}",
        told=case.stands.told,
        badge=case.stands.badge,
        due=filters.due_ko(case.due_at) if case.due_at else "",
        share=_share(case),
    )


def _share(case: Case) -> int:
    if case.accepted_at is None or case.due_at is None:
        return 0
    whole = (case.due_at - case.accepted_at).total_seconds()
    used = (clock.now() - case.accepted_at).total_seconds()
    return max(0, min(100, round(100 * used / whole))) if whole > 0 else 0


def _drafts(person: Person, names: dict[str, str]) -> list[DraftLine]:
    return [
        DraftLine(
            str(d.pk),
            names.get(d.service_id, d.service_id),
            reverse("portal:draft", args=[d.pk]),
            d.saved_at,
            d.expires_on,
        )
        for d in applications.drafts_of(person)
    ]

"""Builds 나의 민원: what I must do first, then what is open, drafts, papers, messages."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from eok.accounts.models import Person
from eok.applications import queries as applications
from eok.applications.models import Draft
from eok.casework import clockwork
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.certificates import queries as certificates
from eok.core import clock
from eok.krds import filters
from eok.notify import queries as notify
from eok.portal import duties
from eok.rules.clock import ClockReading

LAST_MESSAGES = 5


@dataclass(frozen=True)
class CaseLine:
    title: str
    url: str
    number: str
    told: str
    badge: str
    due: str
    share: int | None
    """Used part of the statutory time, in hundredths, for the bar; None while nothing is counted."""
    spent: str
    """The same in words."""


@dataclass(frozen=True)
class DraftLine:
    id: str
    title: str
    url: str
    saved_at: datetime
    kept_until: date
    ends_soon: bool


def my_page(person: Person) -> dict[str, object]:
    names = {s.id: s.name.ko for s in catalogue.all_services()}
    cases = list(casework.of_person(person))
    issued = certificates.of_person(person)
    drafts = list(applications.drafts_of(person))
    ending = duties.ending(drafts, names, clock.seoul_now().date())
    return {
        "duties": [*duties.waiting(person, cases, issued, names), *ending],
        "open": _lines([c for c in cases if c.stands.open], names),
        "ended": _lines([c for c in cases if not c.stands.open], names),
        "drafts": _drafts(drafts, names),
        "certificates": issued,
        "names": names,
        "messages": notify.of_person(person, LAST_MESSAGES),
    }


def _lines(cases: list[Case], names: dict[str, str]) -> list[CaseLine]:
    readings = clockwork.readings(c for c in cases if c.accepted_at and c.stands.in_period)
    return [_line(c, names, readings.get(c.pk)) for c in cases]


def _line(case: Case, names: dict[str, str], reading: ClockReading | None) -> CaseLine:
    return CaseLine(
        title=names.get(case.service_id, case.service_id),
        url=reverse("portal:case", args=[case.pk]),
        number=f"접수번호 {case.case_no}" if case.case_no else f"신청번호 {case.application.application_no}",
        told=case.stands.told,
        badge=case.stands.badge,
        due=filters.due_ko(case.due_at) if case.due_at else "",
        share=_share(reading),
        spent=_spent(reading),
    )


def _share(reading: ClockReading | None) -> int | None:
    whole = reading.used_minutes + reading.remaining_minutes if reading else 0
    return min(100, round(100 * reading.used_minutes / whole)) if reading and whole else None


def _spent(reading: ClockReading | None) -> str:
    if reading is None:
        return ""
    used, left = filters.hours_ko(reading.used_minutes), filters.hours_ko(reading.remaining_minutes)
    return f"쓴 시간 {used}, 남은 시간 {left}"


def _drafts(drafts: list[Draft], names: dict[str, str]) -> list[DraftLine]:
    return [
        DraftLine(
            str(d.pk),
            names.get(d.service_id, d.service_id),
            reverse("portal:draft", args=[d.pk]),
            d.saved_at,
            d.expires_on,
            duties.ends_soon(d, clock.seoul_now().date()),
        )
        for d in drafts
    ]

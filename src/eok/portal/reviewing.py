"""Builds the pages at the end of an application: review, filing, done."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from eok.accounts import queries as accounts
from eok.accounts.models import Person, Signature
from eok.applications.filing import Filing
from eok.applications.models import Application
from eok.casework import clockwork, grants
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock, pii
from eok.forms import display, evaluate
from eok.krds import filters
from eok.offices import queries as offices
from eok.portal.filling import PAPERS, REVIEW, SUBMIT, Writing, page_of
from eok.portal.filling_frame import frame
from eok.portal.paper_cards import cards
from eok.rules.licence_tax import licence_tax


@dataclass(frozen=True)
class Part:
    """The answers of one page, and where they are mended."""

    title: str
    rows: tuple[tuple[str, str], ...]
    url: str
    missing: bool


@dataclass(frozen=True)
class Next:
    """One thing that will happen."""

    title: str
    detail: str


def review_context(current: Writing, ready: Filing) -> dict[str, object]:
    parts = [
        _part(current, section, ready)
        for section in display.sections(current.service, current.content.answers)
    ]
    return {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, REVIEW),
        "parts": parts,
        "papers": [card for card in cards(current) if card.needed],
        "papers_missing": PAPERS in ready.missing_pages,
        "errors": _errors(current, ready),
        "mark": mark(ready.digest),
    }


def mark(digest: str) -> str:
    """The first twelve digits in groups of four, to be compared at the identity provider."""
    return " ".join(digest[n : n + 4] for n in (0, 4, 8))


def _part(current: Writing, section: display.Section, ready: Filing) -> Part:
    missing = section.id in ready.missing_pages
    url = reverse("portal:page", args=[current.draft.pk, section.id])
    return Part(section.title, section.rows, f"{url}?check=1" if missing else url, missing)


def _errors(current: Writing, ready: Filing) -> list[tuple[str, str]]:
    """Address and sentence of each page that stands in the way."""
    out = []
    for page_id in ready.missing_pages:
        if page_id == PAPERS:
            out.append((reverse("portal:papers", args=[current.draft.pk]), "서류를 채워 주세요."))
        else:
            url = reverse("portal:page", args=[current.draft.pk, page_id])
            out.append(
                (f"{url}?check=1", f"‘{page_of(current.service, page_id).title.ko}’ 쪽을 채워 주세요.")
            )
    return out


def submit_context(current: Writing, ready: Filing, signature: Signature | None) -> dict[str, object]:
    return {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, SUBMIT),
        "mark": mark(ready.digest),
        "signature": signature,
        "name": accounts.profile(current.person).name,
        "consents": [card for card in cards(current) if card.needed and card.mode == "look_up"],
        "by_post": [card for card in cards(current) if card.needed and card.mode == "by_post"],
        "files": sum(len(card.files) for card in cards(current) if card.needed and card.mode == "upload"),
        "answers": len(evaluate.filed_answers(current.service, current.content.answers)),
    }


def done_context(application: Application, person: Person) -> dict[str, object]:
    case = casework.of_person(person).get(application=application)
    service = grants.service_of(case)
    phone = accounts.profile(person).phone
    return {
        "service": service,
        "application": application,
        "case": case,
        "department": offices.department(case.department, on=clock.seoul_now().date()),
        "next": _next(case, service),
        "phone": pii.mask_phone(phone) if phone else "",
        "tax": _tax(service),
    }


def _next(case: Case, service: Service) -> list[Next]:
    accepted = case.accepted_at or clockwork.acceptance(case.filed_at)
    return [
        Next("접수", _accepting(case, service, accepted)),
        Next(
            "검토와 결정",
            f"{filters.due_ko(_due(case, service, accepted))} · 고칠 것이 있으면 그 시간은 세지 않아요.",
        ),
        *(
            [Next("등록면허세 내기", "결정이 나면 알려 드려요. 내면 바로 문서를 드려요.")]
            if _tax(service)
            else []
        ),
        Next("결과 받기", service.result.ko),
    ]


def _accepting(case: Case, service: Service, accepted: datetime) -> str:
    if case.accepted_at is not None:
        return f"{filters.datetime_ko(case.accepted_at)}에 접수됐어요."
    if service.accept == "auto":
        return f"{filters.datetime_ko(accepted)}에 저절로 접수돼요."
    return f"담당자가 {filters.due_ko(case.accept_by)} 접수해요. (민원처리법 시행령 §6⑧)"


def _due(case: Case, service: Service, accepted: datetime) -> datetime:
    due = case.due_at or clockwork.expected(service.processing_period, accepted).due_at
    assert due is not None  # a clock that runs has an end
    return due


def _tax(service: Service) -> str:
    """등록면허세 in won, or nothing (지방세법 §34, §35①)."""
    class_no = offices.licence_tax_class(service.id)
    return "" if class_no is None else filters.won(licence_tax(class_no, offices.tax_place()).won)

"""Builds the page after filing: the number, what happens next and by when, what will be owed."""

from dataclasses import dataclass
from datetime import datetime

from eok.accounts import queries as accounts
from eok.accounts.models import Person
from eok.applications.models import Application
from eok.casework import clockwork, grants
from eok.casework import queries as casework
from eok.casework.access import readable
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock, pii
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.offices import queries as offices
from eok.payments import queries as payments
from eok.rules.licence_tax import licence_tax


@dataclass(frozen=True)
class Next:
    """One thing that will happen."""

    title: str
    detail: str


def done_context(application: Application, person: Person) -> dict[str, object]:
    case = readable(casework.of_person(person).get(application=application))
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
        "fee": payments.fee_of(case),
    }


def _next(case: Case, service: Service) -> list[Next]:
    accepted = case.accepted_at or clockwork.acceptance_expected(service, case.filed_at)
    return [
        Next("접수", _accepting(case, service, accepted)),
        Next(
            "검토와 결정",
            f"{filters.due_ko(_due(case, service, accepted))} · 고칠 것이 있으면 그 시간은 세지 않아요.",
        ),
        *(
            [Next("등록면허세 내기", "결정이 나면 알려 드려요. 낸 것을 확인하면 문서를 드려요.")]
            if _tax(service)
            else []
        ),
        Next("결과 받기", service.result.ko),
    ]


def _accepting(case: Case, service: Service, accepted: datetime) -> str:
    if case.accepted_at is not None:
        return f"{filters.datetime_ko(case.accepted_at)}에 접수됐어요."
    if clockwork.accepts_by_itself(service):
        return f"{filters.datetime_ko(accepted)}에 저절로 접수돼요."
    return f"담당자가 {filters.due_ko(case.accept_by)} 접수해요. ({law_ko('민원처리법 시행령 §6⑧')})"


def _due(case: Case, service: Service, accepted: datetime) -> datetime:
    due = case.due_at or clockwork.expected_of(case, accepted).due_at
    assert due is not None  # a clock that runs has an end
    return due


def _tax(service: Service) -> str:
    """등록면허세 in won, or nothing (지방세법 §34, §35①)."""
    class_no = offices.licence_tax_class(service.id)
    return "" if class_no is None else filters.won(licence_tax(class_no, offices.tax_place()).won)

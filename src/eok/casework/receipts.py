"""What 접수증 tells of a case (민원처리법 §9②, 민원처리법 시행령 §6②④); before acceptance: that it was filed."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from eok.applications import drafts
from eok.casework import clockwork, grants
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.keys import keyring
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.offices import queries as offices
from eok.papers.typeset_receipt import Receipt

NOT_YET = "접수 전(신청 확인서)"


def facts_of(case: Case) -> Receipt:
    """Everything on the sheet."""
    service = grants.service_of(case)
    district = offices.district()
    department = offices.department(case.department, on=clock.seoul_now().date())
    return Receipt(
        receipt_no=case.case_no or NOT_YET,
        application_no=case.application.application_no,
        service=service.name.ko,
        applicant=_applicant(case, service),
        accepted=_moment(case.accepted_at) if case.accepted_at else "아직 접수하지 않았습니다",
        due=_due(case, service),
        due_note="보완하는 기간은 처리기간에 넣지 않습니다.",
        office=f"{department.name} {case.officer or ''}".strip(),
        office_note=f"{department.phone} · {department.hours or district.hours}",
        guidance=_guidance(case, service),
        issued_at=case.accepted_at or case.filed_at,
        issuer=district.head_title,
        case_url=f"{settings.EOK_BASE_URL}{reverse('portal:case', args=[case.pk])}",
        sample=keyring().is_demonstration,
    )


def _applicant(case: Case, service: Service) -> str:
    filed = drafts.read_filed(case.application)
    name = str(filed.applicant.get("name", ""))
    business = str(
        filed.answers.get((service.register.names if service.register else {}).get("name", ""), "") or ""
    )
    return f"{name}({business})" if business else name


def _due(case: Case, service: Service) -> str:
    """Before acceptance: reckoned from when it will be accepted."""
    if case.due_at is not None:
        return _moment(case.due_at)
    if case.accepted_at is not None:
        return "보완을 기다리는 동안 세지 않습니다" if case.state == "supplement" else "처리했습니다"
    expected = clockwork.expected(service.processing_period, clockwork.acceptance(case.filed_at)).due_at
    return f"{_moment(expected)}(예정)" if expected else ""


def _guidance(case: Case, service: Service) -> tuple[str, ...]:
    filed = f"{_moment(case.filed_at)}에 신청하셨습니다."
    if case.accepted_at is None:
        limit = law_ko("민원처리법 시행령 §6⑧")
        filed += f" 늦어도 {filters.datetime_ko(case.accept_by)}까지 접수합니다({limit})."
    tax = offices.licence_tax_class(service.id) is not None
    paid = "수리한 뒤 등록면허세를 내면 문서를 드립니다. " if tax else ""
    fee = f"수수료는 {filters.won(service.fee.won)}입니다." if service.fee.won else "수수료는 없습니다."
    return (filed, f"{paid}{fee}", "처리 상황은 문자로 알려 드리며 아래 QR에서도 볼 수 있습니다.")


def _moment(moment: datetime) -> str:
    """2026년 11월 18일(수) 09:00."""
    return f"{filters.date_ko(moment)} {moment.astimezone(clock.SEOUL):%H:%M}"

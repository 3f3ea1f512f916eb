"""접수증 of a case, and before acceptance the confirmation that it was filed (민원처리법 §9②, 시행령 §6②④)."""

from datetime import datetime

from eok.applications import drafts
from eok.casework import addresses, clockwork, fees, grants
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.keys import keyring
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.offices import queries as offices
from eok.papers import typeset
from eok.papers.typeset_bitmap import qr
from eok.papers.typeset_receipt import Receipt, receipt

TOLD = "처리 상황은 문자로 알려 드리며 아래 QR에서도 볼 수 있습니다."


def acceptance_receipt(case: Case, accepted_at: datetime) -> bytes:
    """접수증 (민원처리법 시행규칙 §3② 별지 제2호서식)."""
    service = grants.service_of(case)
    office, note = _office(case)
    return receipt(
        Receipt(
            receipt_no=case.case_no or "",
            application_no=case.application.application_no,
            service=service.name.ko,
            applicant=_applicant(case, service),
            accepted=_moment(accepted_at),
            due=_due(case),
            due_note="보완하는 기간은 처리기간에 넣지 않습니다.",
            office=office,
            office_note=note,
            guidance=(f"{_moment(case.filed_at)}에 신청하셨습니다.", _owed(case, service), TOLD),
            issued_at=accepted_at,
            issuer=offices.district().head_title,
            case_url=addresses.of_case(case),
            sample=keyring().is_demonstration,
        )
    )


def confirmation(case: Case) -> bytes:
    """신청 확인서: it arrived, and until when it will be accepted (행정절차법 §17②, 민원처리법 시행령 §6⑧)."""
    service = grants.service_of(case)
    day = case.filed_at.astimezone(clock.SEOUL)
    limit = f"{filters.datetime_ko(case.accept_by)}까지 접수합니다({law_ko('민원처리법 시행령 §6⑧')})."
    data = {
        "title": "신청 확인서",
        "rows": _rows(case, service),
        "guidance": [f"늦어도 {limit}", _owed(case, service), TOLD],
        "date": f"{day.year}년 {day.month}월 {day.day}일",
        "issuer": offices.district().head_title,
        "application_no": case.application.application_no,
        "sample": keyring().is_demonstration,
        "qr_alt": "이 민원의 처리 상황을 보는 주소가 담긴 QR",
    }
    return typeset.render(
        "papers/confirmation", data, images={"qr": qr(addresses.of_case(case))}, made_at=case.filed_at
    )


def _rows(case: Case, service: Service) -> list[dict[str, object]]:
    office, note = _office(case)
    lines = (
        ("신청번호", case.application.application_no, ""),
        ("민원명", service.name.ko, ""),
        ("민원인", _applicant(case, service), ""),
        ("신청일시", _moment(case.filed_at), ""),
        ("처리예정기한", _expected(case, service), "접수한 때부터 셉니다."),
        ("처리부서", office, note),
    )
    return [
        {"caption": caption, "value": value, "note": said, "large": caption == "신청번호"}
        for caption, value, said in lines
    ]


def _office(case: Case) -> tuple[str, str]:
    """Department and officer; phone and hours (민원처리법 시행령 §31)."""
    found = offices.department(case.department, on=clock.seoul_now().date())
    hours = found.hours or offices.district().hours
    return f"{found.name} {case.officer or ''}".strip(), f"{found.phone} · {hours}"


def _applicant(case: Case, service: Service) -> str:
    filed = drafts.read_filed(case.application)
    name = str(filed.applicant.get("name", ""))
    column = service.register.names.get("name", "") if service.register else ""
    business = str(filed.answers.get(column) or "")
    return f"{name}({business})" if business else name


def _due(case: Case) -> str:
    """As the clock stands today; the receipt of an ended case names no time."""
    if case.due_at is not None:
        return _moment(case.due_at)
    return "보완을 기다리는 동안 세지 않습니다" if case.state == "supplement" else "처리했습니다"


def _expected(case: Case, service: Service) -> str:
    """Reckoned from when it will be accepted."""
    accepted = clockwork.acceptance_expected(service, case.filed_at)
    due = clockwork.expected_of(case, accepted).due_at
    return f"{_moment(due)}(예정)" if due else ""


def _owed(case: Case, service: Service) -> str:
    """As it was frozen at filing."""
    won = fees.of_case(case).won
    fee = f"수수료는 {filters.won(won)}입니다." if won else "수수료는 없습니다."
    taxed = offices.licence_tax_class(service.id) is not None
    return f"수리한 뒤 등록면허세를 내면 문서를 드립니다. {fee}" if taxed else fee


def _moment(moment: datetime) -> str:
    """2026년 11월 18일(수) 09:00."""
    return f"{filters.date_ko(moment)} {moment.astimezone(clock.SEOUL):%H:%M}"

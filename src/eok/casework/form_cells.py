"""What stands on every 별지 서식 beside the answers: the office's grey cells and the steps at the foot."""

from collections.abc import Mapping

from eok.casework.answers import stages
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import clock
from eok.forms.period import period_for

PERIODS = {"days": "일", "weeks": "주", "months": "개월", "hours": "시간"}


def office(service: Service, case: Case | None) -> tuple[tuple[str, str], ...]:
    """The grey cells the applicant does not fill in."""
    number = (case.case_no or "") if case else ""
    accepted = (
        f"{case.accepted_at.astimezone(clock.SEOUL):%Y.%m.%d. %H:%M}" if case and case.accepted_at else ""
    )
    return (("접수번호", number), ("접수일시", accepted), ("처리기간", period(service, case)))


def period(service: Service, case: Case | None) -> str:
    """Of the case; on a blank form, what holds where no row says otherwise."""
    fact = service.processing_period
    answers = stages(case)[-1].answers if case and fact.by else {}
    found = period_for(service, fact, answers) if case else fact
    return f"{found.value}{PERIODS[found.unit]}" if found.unit in PERIODS else "즉시"


def steps(service: Service) -> tuple[tuple[str, str], ...]:
    """처리 절차 of the form's foot."""
    filing_step = ("신고서 작성", "신고인") if service.kind == "report" else ("신청서 작성", "신청인")
    between: Mapping[str, str] = {"접수": "처리기관", "검토": "처리기관", "결재": "처리기관"}
    last = (("문서 교부", "처리기관"),) if service.certificate else (("결과 통지", "처리기관"),)
    return (filing_step, *between.items(), *last)

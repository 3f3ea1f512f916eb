"""What a decision letter says: outcome, reasons with their articles, remedies, what to do next (민원처리법 §27①③)."""

from dataclasses import dataclass
from datetime import date

from eok.applications import drafts
from eok.casework import grants, in_force
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.casework.queries import Happened
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.errors import NotFoundError
from eok.core.keys import keyring
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.offices import queries as offices
from eok.papers.typeset_notice import Notice


@dataclass(frozen=True)
class Outcome:
    """How one kind of decision is told."""

    word: str
    opening: str
    result: str


OUTCOMES = {
    "grant": Outcome(
        "처리결과 알림(수리)", "신청하신 민원을 아래와 같이 수리하였음을 알려 드립니다.", "수리"
    ),
    "refuse": Outcome(
        "처리결과 알림(거부)", "신청하신 민원을 아래의 이유로 받아들이지 못함을 알려 드립니다.", "수리 거부"
    ),
    "return_documents": Outcome(
        "서류 반려 알림",
        "보완 기간 안에 보완하지 않아 서류를 돌려드립니다.",
        "반려(민원처리법 시행령 제25조제1항)",
    ),
}


def letter(case: Case) -> Notice:
    """Raises NotFoundError while there is no decision."""
    verb, decided = _decision(case)
    outcome, service = OUTCOMES[verb], grants.service_of(case)
    district = offices.district()
    return Notice(
        office=district.name,
        recipient=str(drafts.read_filed(case.application).applicant.get("name", "")),
        title=f"{service.name.ko} {outcome.word}",
        opening=outcome.opening,
        facts=_facts(case, service, outcome, decided),
        contact=_contact(case),
        number=case.case_no or case.application.application_no,
        issued_at=decided.at,
        issuer=district.head_title,
        sample=keyring().is_demonstration,
        reasons=() if verb == "grant" else _reasons(in_force.decided_under(case, decided), decided),
        guidance=_guidance(verb, service, decided),
    )


def _decision(case: Case) -> tuple[str, Happened]:
    for verb in OUTCOMES:
        happened = casework.last_event(case, verb)
        if happened is not None:
            return verb, happened
    raise NotFoundError(
        "아직 결정한 문서가 없습니다. 결정이 나면 여기에서 받습니다. 진행 화면에서 기한을 봐 주세요."
    )


def _facts(case: Case, service: Service, outcome: Outcome, decided: Happened) -> tuple[tuple[str, str], ...]:
    return (
        ("접수번호", case.case_no or ""),
        ("민원명", service.name.ko),
        ("접수일", filters.date_ko(case.accepted_at) if case.accepted_at else ""),
        ("처리일", filters.date_ko(decided.at)),
        ("처리결과", outcome.result),
    )


def _reasons(service: Service, decided: Happened) -> tuple[str, ...]:
    """The lawful reasons picked, each with its article, and the officer's own words."""
    picked = decided.details.get("reasons")
    chosen = picked if isinstance(picked, list) else []
    lawful = [
        f"{r.text.ko} ({law_ko(r.source.cite or '')})" for r in service.refusal_reasons if r.id in chosen
    ]
    text = str(decided.details.get("text") or "").strip()
    return (*lawful, *((text,) if text else ()))


def _guidance(verb: str, service: Service, decided: Happened) -> tuple[str, ...]:
    if verb == "grant":
        if offices.licence_tax_class(service.id) is None:
            return ()
        return (
            f"등록면허세를 내시면 문서를 드립니다({law_ko('지방세법 §38①')}). 내는 방법은 나의 민원에 있습니다.",
        )
    until = date.fromisoformat(str(decided.details["objection_until"]))
    again = "서류를 갖추어 다시 신청하실 수 있습니다." if verb == "return_documents" else ""
    return (f"이의신청은 {filters.date_ko(until)}까지 하실 수 있습니다.", *((again,) if again else ()))


def _contact(case: Case) -> str:
    department = offices.department(case.department, on=clock.seoul_now().date())
    return f"{department.name} {case.officer or ''} {department.phone}".replace("  ", " ")

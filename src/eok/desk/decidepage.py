"""Builds the page of a decision: what will change, what was checked, what the certificate will say."""

from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.applications import drafts
from eok.casework import clockwork, consequences, grants, in_force, permissions, reviews
from eok.casework.actions import decide as deciding
from eok.casework.actions import propose as proposing
from eok.casework.actions.propose import Opinion
from eok.casework.models import Case
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.pii import Kind, Veil
from eok.desk import certificate
from eok.krds.fields import FieldError
from eok.offices import queries as offices


@dataclass(frozen=True)
class Sheet:
    """The decision as it is being written."""

    outcome: str
    """grant or refuse"""
    opinion: Opinion
    error: InvalidError | None = None


def context(case: Case, officer: Officer, sheet: Sheet, veil: Veil) -> dict[str, object]:
    """Everything the template needs."""
    checks = reviews.review_list(case)
    return {
        "case": case,
        "service": grants.service_of(case),
        "applicant_name": veil.value(Kind.NAME, str(drafts.read_filed(case.application).applicant["name"])),
        "veil": veil,
        "changed": in_force.sentence(case),
        "reasons": in_force.service(case).refusal_reasons,
        "outcome": sheet.outcome,
        "opinion": sheet.opinion,
        "drafted": drafted(case, veil),
        "decides": permissions.may_decide(case, sheet.outcome, officer),
        "may_send_back": any(
            a.row.verb == "send_back" and a.allowed for a in permissions.actions(case, officer)
        ),
        "role": offices.role_label(permissions.decider_role(case, sheet.outcome)),
        "rule": offices.delegation_rule().rule,
        "changes": consequences.of_grant(case) if sheet.outcome == "grant" else consequences.of_refusal(case),
        "checks": checks,
        "wrong": [c for c in checks if c.result == "not_ok"],
        "results": reviews.RESULTS,
        "certificate": certificate.preview(case, veil) if sheet.outcome == "grant" else None,
        "objection_until": clockwork.civil_due(clock.seoul_now().date(), deciding.OBJECTION_DAYS),
        "error": sheet.error,
        "errors": [_error(sheet.error)] if sheet.error else [],
    }


def require_reasons(case: Case, opinion: Opinion) -> None:
    """Only reasons of the affair's file of today: a refusal rests on the law (행정절차법 §23①). Raises InvalidError."""
    known = {reason.id for reason in in_force.service(case).refusal_reasons}
    if not set(opinion.reasons) <= known:
        raise InvalidError(
            "모르는 거부 까닭이 들어 있어요. 저장하지 않았어요. 목록에서 골라 주세요.", "reasons"
        )


def _error(error: InvalidError) -> FieldError:
    return FieldError({"reasons": "reason-1", "text": "text"}.get(error.field or "", "text"), error.message)


def drafted(case: Case, veil: Veil) -> dict[str, object] | None:
    """The decision that waits for its signature; None without one."""
    waiting = proposing.waiting(case)
    if waiting is None or case.state != "proposed":
        return None
    opinion = proposing.opinion_of(waiting, bytes(case.wrapped_key))
    by = accounts.officer_names().get(str(waiting.drafted_by_id), "담당자")
    outcome = "수리" if waiting.outcome == "grant" else "수리 거부"
    return {"by": by, "at": waiting.drafted_at, "text": veil.text(opinion.text), "outcome": outcome}

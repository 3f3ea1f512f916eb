"""Send the tax office's 폐업신고 on that was filed along with ours, without delay (식품위생법 시행규칙 §44②).

The law has it sent on when it was handed in, not when our report is granted; so it goes after acceptance. Which affair
allows it, on which article, its file says (`tax_closure`). Who withdraws before it left keeps it from leaving.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from eok.accounts.models import Officer
from eok.applications import drafts
from eok.applications import queries as applications
from eok.casework import grants, permissions
from eok.casework.events import CaseAccepted
from eok.casework.models import Case
from eok.catalogue.schema import TaxClosure
from eok.core import clock, outbox
from eok.core.errors import ConflictError, InvalidError, NotAllowedError
from eok.core.keyed import Key
from eok.forms import conditions
from eok.linkage import registry
from eok.linkage.ports import ClosureReport, NoticeReceipt, SentForm
from eok.papers import queries as papers
from eok.payments.models import ClosureHandOver

JOB = "payments.send_closure"
TO = "관할 세무서"


@dataclass(frozen=True)
class Sent:
    """What an officer says of sending it by hand."""

    to: str
    number: str
    on: date


def hand_over_closure(event: CaseAccepted) -> None:
    """`later` reaction: where the person asked for it along with the closure."""
    case = Case.objects.select_related("application__version").get(pk=event.case_id)
    asked = wanted(case)
    if asked is None:
        return
    ClosureHandOver.objects.get_or_create(case=case, defaults={"law": asked.source.cite or ""})
    outbox.enqueue(JOB, {"case_id": str(case.pk)}, key=str(case.pk))


def wanted(case: Case) -> TaxClosure | None:
    """What the affair's file says of it, if the answers ask for it."""
    service = grants.service_of(case)
    asked = service.tax_closure
    return asked if asked and conditions.holds(service, asked.when, grants.answers_of(case)) else None


@outbox.job(JOB, outside=True)
def send(payload: Mapping[str, Any]) -> None:
    """The same key is taken once there, so trying again is safe."""
    row = ClosureHandOver.objects.select_related("case__application__version").get(case_id=payload["case_id"])
    if row.state != "to_send":
        return
    asked = wanted(row.case)
    if row.case.state == "withdrawn" or asked is None:
        ClosureHandOver.objects.filter(pk=row.pk, state="to_send").update(state="cancelled")
        return
    _note(row.pk, registry.port("tax_office").hand_over_closure(_report(row.case, asked)))


@transaction.atomic
def note_sent(*, case_id: Key, sent: Sent, by: Officer) -> ClosureHandOver:
    """The `manual` way. Raises InvalidError, NotAllowedError, ConflictError."""
    row = ClosureHandOver.objects.select_for_update().select_related("case").get(case_id=case_id)
    if row.case.department not in permissions.departments_of(by):
        raise NotAllowedError(
            "처리주무부서의 담당자만 적을 수 있습니다. 적지 않았습니다. 담당자를 확인해 주세요."
        )
    if row.state != "by_hand":
        raise ConflictError(
            "이미 보냈거나 보내지 않기로 한 것입니다. 바꾸지 않았습니다. 사건 화면에서 확인해 주세요."
        )
    _require_sound(sent)
    row.state, row.sent_to, row.notice_no, row.sent_on = "noted", sent.to, sent.number, sent.on
    row.officer = by
    row.save(update_fields=["state", "sent_to", "notice_no", "sent_on", "officer"])
    return row


def _require_sound(sent: Sent) -> None:
    if not sent.to:
        raise InvalidError("보낸 세무서를 적어 주세요. 적지 않았습니다. 예: 서초세무서", "to")
    if not sent.number:
        raise InvalidError(
            "보낸 문서번호를 적어 주세요. 적지 않았습니다. 나중에 확인하는 데 필요합니다.", "number"
        )
    if sent.on > clock.seoul_now().date():
        raise InvalidError("보낸 날이 오늘보다 뒤입니다. 적지 않았습니다. 날짜를 다시 확인해 주세요.", "on")


def _report(case: Case, asked: TaxClosure) -> ClosureReport:
    answers, filed = grants.answers_of(case), drafts.read_filed(case.application)
    files = [row.upload for row in applications.filed_papers(case.application) if row.paper_id == asked.paper]
    return ClosureReport(
        key=f"{case.pk}:closure",
        business_no=str(answers.get(asked.business_no) or ""),
        holder_name=str(filed.applicant.get("name", "")),
        closed_on=date.fromisoformat(str(answers[asked.closed_on])),
        filed_at=case.filed_at,
        form=tuple(SentForm(papers.name(upload), papers.content(upload)) for upload in files),
    )


@transaction.atomic
def _note(pk: int, receipt: NoticeReceipt) -> None:
    row = ClosureHandOver.objects.select_for_update().get(pk=pk)
    if row.state != "to_send":
        return
    row.state = "by_hand" if receipt.by_hand else "sent"
    row.notice_no = receipt.notice_no or ""
    if not receipt.by_hand:
        row.sent_on, row.sent_to = clock.seoul_now().date(), TO
    row.save(update_fields=["state", "notice_no", "sent_on", "sent_to"])

"""지금 할 일: the one next step of a case for the officer who looks at it, in a sentence with a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from eok.casework.models import Case
from eok.desk.actionlines import ActionLine
from eok.desk.checklines import CheckLine
from eok.payments.models import LicenceTax


@dataclass(frozen=True)
class NextStep:
    sentence: str
    label: str = ""
    url: str = ""
    check: CheckLine | None = None
    """The check to answer right here; then there is no link."""


STEPS = (
    ("accept", "접수하기", "새 신청이에요. 접수하면 처리 기간이 시작돼요."),
    ("grant", "결재하기", "확인이 끝났어요. 결재해 주세요."),
    ("propose", "결재 올리기로 가기", "확인이 끝났어요. 결재를 올려 주세요."),
    ("refuse", "결재하기", "올라온 거부안을 봐 주세요."),
    ("return_documents", "반려 검토하기", "보완 기한이 지났어요. 한 번 더 요구하거나 서류를 돌려드려요."),
)
WAITING = {
    "accepted": "담당자가 보고 있어요.",
    "filed": "접수를 기다려요. 근무시간이 되면 저절로 접수돼요.",
    "supplement": "민원인의 보완을 기다려요. 시계가 멈춰 있어요.",
    "proposed": "결재권자의 결재를 기다려요.",
    "awaiting_tax": "등록면허세를 기다려요. 납부를 확인하면 신고증이 나가요.",
    "awaiting_fee": "수수료를 기다려요. 내면 신고증이 나가요.",
    "issuing": "신고증을 만들고 있어요. 잠시 뒤에 끝나요.",
}
BY_HAND = "등록면허세를 기다려요. 낸 영수증을 받으면 그대로 적어 주세요. 그러면 신고증이 나가요."


def of(
    case: Case, checks: Sequence[CheckLine], actions: Sequence[ActionLine], tax: LicenceTax | None
) -> NextStep | None:
    """None when the case is at its end. tax: what is owed; of one that is demanded by hand no system tells."""
    if case.state == "awaiting_tax" and tax and tax.state == "by_hand":
        return NextStep(BY_HAND, "낸 것 적기", reverse("desk:tax", args=[case.pk]))
    open_checks = [c for c in checks if c.state == "look"]
    urls = {line.verb: line.url for line in actions if line.url}
    may_note = "request_supplement" in urls  # whoever may ask for a supplement notes the checks
    if may_note and open_checks:
        return NextStep(
            f"{open_checks[0].what} 확인이 {len(open_checks)}가지 남았어요.", check=open_checks[0]
        )
    if may_note and any(c.state == "wrong" for c in checks):
        sentence = "다름으로 적은 것이 있어요. 보완을 요구하거나, 거부할 까닭이 되는지 봐 주세요."
        return NextStep(sentence, "보완 요구 쓰기", urls["request_supplement"])
    for verb, label, sentence in STEPS:
        if verb in urls:
            return NextStep(sentence, label, urls[verb])
    return NextStep(WAITING[case.state]) if case.state in WAITING else None

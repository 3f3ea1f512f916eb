"""세무서 폐업신고 that was filed along with a case, and its way to the tax office."""

from django.db import models

from eok.accounts.models import Officer
from eok.casework.models import Case

CLOSURE_STATES = {
    "to_send": "보내는 중",
    "sent": "세무서에 보냄",
    "by_hand": "손으로 보낼 것",
    "noted": "손으로 보냄",
    "cancelled": "보내지 않음",
}


def closure_state_choices() -> list[tuple[str, str]]:
    return list(CLOSURE_STATES.items())


class ClosureHandOver(models.Model):
    """세무서 폐업신고 of one case, sent on without delay (식품위생법 시행규칙 §44②; 전자상거래법 시행규칙 §10②)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    law = models.CharField("근거", max_length=200)
    state = models.CharField("상태", max_length=12, choices=closure_state_choices, default="to_send")
    notice_no = models.CharField("접수(문서)번호", max_length=60, blank=True)
    sent_on = models.DateField("보낸 날", null=True)
    sent_to = models.CharField("보낸 곳", max_length=60, blank=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "세무서 폐업신고 송부"
        indexes = [models.Index(fields=["state"], name="closure_hanging")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"

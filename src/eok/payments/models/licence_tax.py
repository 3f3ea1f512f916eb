"""The licence tax of a case: what is owed, by which bill, and the proof that it was paid."""

from django.db import models

from eok.accounts.models import Officer
from eok.casework.models import Case

STATES = {
    "to_demand": "고지 준비",
    "by_hand": "손으로 처리",
    "demanded": "납부 기다림",
    "paid": "납부함",
    "cancelled": "취소",
}


def state_choices() -> list[tuple[str, str]]:
    return list(STATES.items())


class LicenceTax(models.Model):
    """등록면허세(면허분) of one grant (지방세법 §35①)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    class_no = models.PositiveSmallIntegerField("종")
    won = models.PositiveIntegerField("세액(원)")
    due_on = models.DateField("납부 기한")
    state = models.CharField("상태", max_length=12, choices=state_choices, default="to_demand")
    bill_no = models.CharField("전자납부번호", max_length=40, blank=True, db_index=True)
    pay_url = models.CharField("내는 곳", max_length=300, blank=True)
    demanded_at = models.DateTimeField("고지한 때", null=True)
    asked_at = models.DateTimeField("마지막으로 물은 때", null=True)
    paid_at = models.DateTimeField("낸 때", null=True)
    receipt_no = models.CharField("영수 번호", max_length=60, blank=True)
    paid_won = models.PositiveIntegerField("낸 금액(원)", null=True)
    source = models.CharField("확인한 길", max_length=20, blank=True)
    """callback, polling or officer"""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    notified_no = models.CharField("면허 통보 번호", max_length=60, blank=True)

    class Meta:
        verbose_name = "등록면허세"
        indexes = [models.Index(fields=["state", "asked_at"], name="licence_tax_hanging")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.won}"


class Settlement(models.Model):
    """What the tax office told us, word for word once per receipt: also what we could not use."""

    bill_no = models.CharField("전자납부번호", max_length=40)
    receipt_no = models.CharField("영수 번호", max_length=60)
    state = models.CharField("상태", max_length=12)
    won = models.PositiveIntegerField("금액(원)", null=True)
    paid_at = models.DateTimeField("낸 때", null=True)
    heard_at = models.DateTimeField("들은 때")
    source = models.CharField("들은 길", max_length=20)
    used = models.BooleanField("처리에 씀", default=False)
    remark = models.CharField("비고", max_length=200, blank=True)

    class Meta:
        verbose_name = "납부 통지"
        constraints = [
            models.UniqueConstraint(fields=["bill_no", "receipt_no", "state"], name="settlement_once")
        ]

    def __str__(self) -> str:
        return f"{self.bill_no} {self.state}"

"""The fee of a filing: what is owed, each visit to the gateway, each won that moved, each won that shall go back.

Amounts stand in clear, for they are the district's books; why somebody pays less is encrypted under the case's key.
"""

import uuid

from django.db import models

from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.payments import attempts

ORDER_STATES = {
    "owed": "내지 않음",
    "paid": "냄",
    "part_refunded": "일부 돌려드림",
    "refunded": "모두 돌려드림",
    "closed": "내지 않아도 됨",
}
WAYS = {"gateway": "전자결제", "cash": "현금", "card": "카드(창구)", "stamp": "수입증지"}
"""민원처리법 §29; 식품위생법 시행규칙 §97②."""
REASONS = {
    "withdrawn": "취하",
    "returned": "반려",
    "refused": "거부",
    "surplus": "두 번 냈거나 더 냄",
    "officer": "담당자가 정함",
}
REFUND_STATES = {
    "to_send": "돌려드리는 중",
    "by_hand": "창구에서 돌려드릴 것",
    "stuck": "되지 않음",
    "done": "돌려드림",
}
KINDS = {"charge": "받음", "refund": "돌려줌"}


def order_choices() -> list[tuple[str, str]]:
    return list(ORDER_STATES.items())


def way_choices() -> list[tuple[str, str]]:
    return list(WAYS.items())


def attempt_choices() -> list[tuple[str, str]]:
    return list(attempts.STATES.items())


def refund_choices() -> list[tuple[str, str]]:
    return list(REFUND_STATES.items())


class FeeOrder(models.Model):
    """수수료 of one case, as it was frozen at filing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    full_won = models.PositiveIntegerField("감면 전(원)")
    won = models.PositiveIntegerField("낼 금액(원)")
    keep_won = models.PositiveIntegerField("가져도 되는 금액(원)")
    """What may stay with the office: `won`, less after a withdrawal or a refund."""
    state = models.CharField("상태", max_length=14, choices=order_choices, default="owed")
    owed_at = models.DateTimeField("생긴 때")
    paid_at = models.DateTimeField("낸 때", null=True)
    way = models.CharField("낸 방법", max_length=10, choices=way_choices, blank=True)
    receipt_no = models.CharField("영수증 번호", max_length=20, null=True, unique=True)
    outside_no = models.CharField("창구 번호", max_length=60, blank=True)
    """Of the stamp, the till or the card slip an officer saw."""
    place = models.CharField("받은 곳", max_length=60, blank=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reminded_at = models.DateTimeField("다시 알린 때", null=True)
    refund_rule = models.JSONField("돌려주는 몫", default=dict)
    """The district's rule of the day of filing."""

    class Meta:
        verbose_name = "수수료"
        indexes = [models.Index(fields=["state", "owed_at"], name="fee_order_state")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.won}"


class FeeAttempt(models.Model):
    """One visit to the gateway."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(FeeOrder, on_delete=models.PROTECT, related_name="+")
    order_no = models.CharField("주문번호", max_length=64, unique=True)
    won = models.PositiveIntegerField("금액(원)")
    state = models.CharField("상태", max_length=10, choices=attempt_choices, default="prepared")
    payment_key = models.CharField("결제 열쇠", max_length=200, blank=True)
    checkout_url = models.CharField("결제창", max_length=500, blank=True)
    method = models.CharField("수단", max_length=30, blank=True)
    failure = models.CharField("안 된 까닭", max_length=60, blank=True)
    begun_at = models.DateTimeField("시작한 때")
    asked_at = models.DateTimeField("마지막으로 물은 때", null=True)

    class Meta:
        verbose_name = "수수료 결제"
        indexes = [models.Index(fields=["state", "begun_at"], name="fee_attempt_hanging")]

    def __str__(self) -> str:
        return f"{self.order_no} {self.state}"


class FeeEntry(models.Model):
    """Won that moved: written once, never changed."""

    order = models.ForeignKey(FeeOrder, on_delete=models.PROTECT, related_name="+")
    attempt = models.ForeignKey(FeeAttempt, on_delete=models.PROTECT, null=True, related_name="+")
    """None: at the counter."""
    kind = models.CharField("갈래", max_length=8)
    """charge or refund"""
    won = models.PositiveIntegerField("금액(원)")
    key = models.CharField("거래", max_length=90, unique=True)
    """The same movement heard again is the same: order number of the visit, or number of the giving back."""
    at = models.DateTimeField("때")
    heard_at = models.DateTimeField("들은 때")
    source = models.CharField("들은 길", max_length=12)
    """confirm, webhook, polling, cancel or officer"""

    class Meta:
        verbose_name = "수수료 장부"
        indexes = [models.Index(fields=["at"], name="fee_entry_at")]

    def __str__(self) -> str:
        return f"{self.kind} {self.won}"


class FeeRefund(models.Model):
    """Won that shall go back, until it has."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(FeeOrder, on_delete=models.PROTECT, related_name="+")
    attempt = models.ForeignKey(FeeAttempt, on_delete=models.PROTECT, null=True, related_name="+")
    won = models.PositiveIntegerField("금액(원)")
    why = models.CharField("까닭", max_length=12)
    state = models.CharField("상태", max_length=8, choices=refund_choices)
    wanted_at = models.DateTimeField("정한 때")
    done_at = models.DateTimeField("돌려준 때", null=True)
    key = models.CharField("거래", max_length=90, blank=True)
    """Of the entry that is this giving back."""
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "수수료 환급"
        indexes = [models.Index(fields=["state", "wanted_at"], name="fee_refund_waiting")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.won} {self.state}"

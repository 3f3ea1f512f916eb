"""Messages to people, and what became of them."""

import uuid

from django.db import models

from eok.accounts.models import Officer, Person
from eok.casework.models import Case

STATES = {
    "queued": "보내는 중",
    "sent": "보냄",
    "delivered": "받음",
    "unknown": "확인 중",
    "failed": "못 보냄",
    "by_hand": "손으로 보낼 것",
    "sent_by_hand": "손으로 보냄",
}


def state_choices() -> list[tuple[str, str]]:
    return list(STATES.items())


class Message(models.Model):
    """One notice to one person on one channel."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    key = models.CharField("중복 방지 열쇠", max_length=120, unique=True)
    """`<case>:<event sequence>:<channel>`: the same event is told once."""
    notice = models.CharField("통지", max_length=60)
    channel = models.CharField("보낸 길", max_length=20)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("받는 곳과 글(암호문)")
    """{"to": …, "text": …}"""
    state = models.CharField("상태", max_length=12, choices=state_choices, default="queued")
    provider_id = models.CharField("발송 시스템의 번호", max_length=80, blank=True)
    created_at = models.DateTimeField("만든 때")
    sent_at = models.DateTimeField("보낸 때", null=True)
    sent_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="손으로 보낸 사람"
    )

    class Meta:
        verbose_name = "통지"
        indexes = [
            models.Index(fields=["case", "created_at"], name="message_of_case"),
            models.Index(fields=["state", "created_at"], name="message_state"),
        ]

    def __str__(self) -> str:
        return self.key

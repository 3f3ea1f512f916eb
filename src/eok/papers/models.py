"""Uploaded papers: what is known of them; the bytes lie encrypted in the state directory."""

import uuid

from django.db import models


class Upload(models.Model):
    """One file somebody gave us. The row is written after the encrypted bytes are on the disk."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.CharField("올린 사람", max_length=60, db_index=True)
    """`person:<id>` or `officer:<id>`."""
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    name = models.BinaryField("파일 이름(암호문)")
    media_type = models.CharField("종류", max_length=60)
    size = models.PositiveIntegerField("크기(바이트)")
    pages = models.PositiveIntegerField("쪽수", default=1)
    digest = models.CharField("내용의 SHA-256", max_length=64)
    scan = models.CharField("악성코드 검사", max_length=12)
    """`clean` or `unscanned` (no scanner configured)."""
    created_at = models.DateTimeField("올린 때")

    class Meta:
        verbose_name = "올린 파일"

    def __str__(self) -> str:
        return str(self.id)


class SpentTicket(models.Model):
    """A ticket of the origin of uploads that was used; a second use finds it (`ticket.py`)."""

    digest = models.CharField("표의 요약값", max_length=64, unique=True)
    at = models.DateTimeField("쓴 때", db_index=True)

    class Meta:
        verbose_name = "쓴 파일 표"

    def __str__(self) -> str:
        return self.digest[:16]

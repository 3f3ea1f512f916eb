"""Residents and what they signed. All that is personal is encrypted under a key of its own."""

import uuid

from django.db import models


class Person(models.Model):
    """A resident whose identity was confirmed (전자정부법 §10)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject_digest = models.CharField("본인확인 이름의 요약값", max_length=64, unique=True)
    ci_digest = models.CharField("연계정보의 요약값", max_length=64, unique=True, null=True)
    """The same person at every 본인확인기관; none when the provider gives no CI."""
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    profile = models.BinaryField("확인된 정보(암호문)")
    """{"name", "birth_date", "phone", "email", "subject"}"""
    created_at = models.DateTimeField("처음 온 때")
    last_seen_at = models.DateTimeField("마지막으로 들어온 때")

    class Meta:
        verbose_name = "주민"

    def __str__(self) -> str:
        return str(self.id)


class Signature(models.Model):
    """Proof that a person meant a text: they proved who they are anew over its digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField("무엇에", max_length=40)
    digest = models.CharField("서명한 내용의 SHA-256", max_length=64)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    assertion = models.BinaryField("본인확인기관의 증명(암호문)")
    """{"token", "key"}: the signed ID token and the public key that verifies it."""
    authenticated_at = models.DateTimeField("확인한 때")
    created_at = models.DateTimeField("남긴 때")

    class Meta:
        verbose_name = "서명"
        indexes = [models.Index(fields=["person", "digest"], name="signature_of_person")]

    def __str__(self) -> str:
        return str(self.id)

"""Demands about one's own data with what became of them, and the monthly look at the read log."""

import uuid

from django.db import models

from eok.accounts.models import Officer, Person
from eok.papers.models import Upload
from eok.privacy.kinds import kind_choices, state_choices


class DisclosureRequest(models.Model):
    """One demand to see, mend or erase one's own data (개인정보 보호법 §35①, §36①)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request_no = models.CharField("열람 요구 번호", max_length=30, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("무엇을", max_length=10, choices=kind_choices)
    state = models.CharField("상태", max_length=10, choices=state_choices, default="received")
    received_at = models.DateTimeField("받은 때")
    due_on = models.DateField("알릴 기한")
    """개인정보 보호법 시행령 §41④; after a postponement the day that was told."""
    answered_at = models.DateTimeField("알린 때", null=True)
    document = models.ForeignKey(Upload, on_delete=models.PROTECT, null=True, related_name="+")
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("요구한 것(암호문)")
    """{"scope": […], "words": …, "receive": …}"""

    class Meta:
        verbose_name = "개인정보 열람등 요구"
        indexes = [
            models.Index(fields=["state", "due_on"], name="disclosure_due"),
            models.Index(fields=["person", "received_at"], name="disclosure_of_person"),
        ]

    def __str__(self) -> str:
        return self.request_no


class DisclosureEvent(models.Model):
    """What happened to a demand: received, postponed, answered, fetched …; never changed."""

    request = models.ForeignKey(DisclosureRequest, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField("한 일", max_length=12)
    at = models.DateTimeField("때")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    """None: the person themselves."""
    law = models.CharField("근거", max_length=120)
    details = models.BinaryField("내용(암호문)")

    class Meta:
        verbose_name = "열람등 요구 이력"
        indexes = [models.Index(fields=["request", "id"], name="disclosure_history")]

    def __str__(self) -> str:
        return f"{self.request_id} {self.verb}"


class ReadingJudgement(models.Model):
    """What a reviewer found of one unusual look; the latest of a look counts, none is changed."""

    reading_id = models.BigIntegerField("열람 기록", db_index=True)
    """Of `trail.Reading`, which may be gone when its years are over."""
    month = models.CharField("달", max_length=7, db_index=True)
    rule = models.CharField("점검 기준", max_length=30)
    judgement = models.CharField("판단", max_length=12)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    note = models.BinaryField("적은 것(암호문)")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("때")

    class Meta:
        verbose_name = "열람 점검 판단"

    def __str__(self) -> str:
        return f"{self.reading_id} {self.judgement}"


class ReadingReview(models.Model):
    """A month of the read log, signed as looked through (개인정보 보호법 시행령 §30① 5호)."""

    month = models.CharField("달", max_length=7, unique=True)
    """2026-11"""
    readings = models.PositiveIntegerField("열람 기록 수")
    unusual = models.PositiveIntegerField("살펴본 것")
    last_reading_id = models.BigIntegerField("마지막 열람 기록")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("점검한 때")

    class Meta:
        verbose_name = "접속기록 월 점검"

    def __str__(self) -> str:
        return self.month

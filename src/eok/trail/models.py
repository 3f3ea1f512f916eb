"""The read log: who saw whose personal data, when and why."""

from django.db import models


class Reading(models.Model):
    """One look at personal data, written before the page leaves (개인정보 보호법 시행령 §30①3)."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("때")
    reader_kind = models.CharField("본 사람의 종류", max_length=20)
    reader = models.CharField("본 사람", max_length=60)
    subject = models.CharField("본 것", max_length=80)
    count = models.PositiveIntegerField("건수", default=1)
    purpose = models.CharField("까닭", max_length=120)
    act = models.CharField("한 일", max_length=12, default="look", db_default="look")
    """Key of `acts.ACTS`: looked, opened in clear, saved, sent out."""
    department = models.CharField("본 사람의 부서", max_length=60, blank=True, default="", db_default="")
    """Of the officer on that day."""
    address = models.CharField("접속지(가림)", max_length=60, blank=True, default="", db_default="")

    class Meta:
        verbose_name = "열람 기록"
        indexes = [
            models.Index(fields=["subject", "at"], name="reading_subject"),
            models.Index(fields=["at"], name="reading_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.reader} {self.subject}"


class Unmasking(models.Model):
    """Why somebody had personal values shown in clear, and until when; never changed (개인정보 보호법 §29)."""

    reading = models.OneToOneField(Reading, on_delete=models.PROTECT, related_name="+", primary_key=True)
    purpose = models.CharField("목적", max_length=30)
    law = models.CharField("근거", max_length=120)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    words = models.BinaryField("적은 까닭(암호문)")
    until = models.DateTimeField("끝나는 때")

    class Meta:
        verbose_name = "가림 풀기"

    def __str__(self) -> str:
        return f"{self.reading_id} {self.purpose}"


class Seal(models.Model):
    """A batch of new links under one root, signed; each seal names the one before (공공기록물법 §16, §18)."""

    number = models.PositiveBigIntegerField("번호", primary_key=True)
    """1, 2, 3 … without gaps."""
    size = models.PositiveIntegerField("고리 수")
    root = models.BinaryField("뿌리", max_length=32)
    previous = models.BinaryField("앞 봉인", max_length=32)
    """Digest of the statement before; 32 zero bytes for the first."""
    sealed_at = models.DateTimeField("봉인한 때", db_index=True)
    """When what it covers was read; the seals of one run share it."""
    key_id = models.CharField("열쇠 지문", max_length=64)
    signature = models.BinaryField("서명")

    class Meta:
        verbose_name = "기록 봉인"

    def __str__(self) -> str:
        return f"{self.number} {bytes(self.root).hex()[:16]}"


class Leaf(models.Model):
    """One link as it was when it was sealed."""

    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    stream = models.UUIDField("사슬")
    sequence = models.PositiveIntegerField("차례")
    digest = models.BinaryField("고리", max_length=32)

    class Meta:
        verbose_name = "봉인한 고리"
        constraints = [models.UniqueConstraint(fields=["stream", "sequence"], name="leaf_once")]

    def __str__(self) -> str:
        return f"{self.stream} {self.sequence}"

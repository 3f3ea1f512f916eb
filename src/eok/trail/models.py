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

    class Meta:
        verbose_name = "열람 기록"
        indexes = [models.Index(fields=["subject", "at"], name="reading_subject")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.reader} {self.subject}"

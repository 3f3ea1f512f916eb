"""The record of who came to a door, and how often somebody tried one in vain."""

from django.db import models


class SignInRecord(models.Model):
    """접속기록: who came to a door, when, how, and what came of it (개인정보 보호법 시행령 §30①5 가).

    No name, login or address in clear; how long it is kept is set by a notice (고시) not at hand: 미확인.
    """

    at = models.DateTimeField("때")
    who_kind = models.CharField("누구의 종류", max_length=10)
    who = models.CharField("누구", max_length=64)
    """Id of the person or officer; a keyed digest of what was typed where there is no such officer."""
    how = models.CharField("방법", max_length=20)
    outcome = models.CharField("결과", max_length=20)
    address = models.CharField("접속 주소의 요약값", max_length=64)

    class Meta:
        verbose_name = "접속기록"
        indexes = [models.Index(fields=["who", "at"], name="sign_in_of_who")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who_kind} {self.how} {self.outcome}"


class Throttle(models.Model):
    """How often somebody tried a door in vain, and when they may try again."""

    key = models.CharField("무엇을(요약값)", max_length=64, primary_key=True)
    attempts = models.PositiveIntegerField("시도", default=0)
    free_at = models.DateTimeField("다시 할 수 있는 때")
    last_at = models.DateTimeField("마지막 시도")

    class Meta:
        verbose_name = "출입 시도"

    def __str__(self) -> str:
        return f"{self.attempts}"

"""What the gate remembers; all of it may be lost without harm to anybody's rights."""

from django.db import models


class Bucket(models.Model):
    """How much somebody has asked lately: one number, the moment at which all of it is forgotten (GCRA)."""

    key = models.CharField("무엇을(요약값)", max_length=64, primary_key=True)
    free_at = models.FloatField("다 비는 때")
    """Machine seconds since 1970."""

    class Meta:
        verbose_name = "요청 횟수"
        indexes = [models.Index(fields=["free_at"], name="bucket_free_at")]

    def __str__(self) -> str:
        return f"{self.free_at:.0f}"


class PolicyReport(models.Model):
    """That browsers refused something our policy forbids (CSP 3 §5); the same once, however often it came."""

    directive = models.CharField("어긴 규칙", max_length=40)
    blocked = models.CharField("막은 곳", max_length=100)
    """Host or keyword; never a path or a query."""
    page = models.CharField("화면", max_length=100)
    """The kind of page, without ids."""
    times = models.PositiveIntegerField("번", default=1)
    first_at = models.DateTimeField("처음")
    last_at = models.DateTimeField("마지막")

    class Meta:
        verbose_name = "보안 정책 위반 알림"
        constraints = [
            models.UniqueConstraint(fields=["directive", "blocked", "page"], name="one_report_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.directive} {self.blocked} {self.page}"


class Stay(models.Model):
    """A browser in which somebody is signed in, so that they can see and end it."""

    session_key = models.CharField("로그인 상태의 이름", max_length=40, primary_key=True)
    who = models.CharField("누구", max_length=60)
    """`person:<id>` or `officer:<id>`."""
    browser = models.CharField("브라우저", max_length=60)
    """In two words, Chrome · Windows."""
    since_at = models.DateTimeField("들어온 때")

    class Meta:
        verbose_name = "로그인한 곳"
        indexes = [models.Index(fields=["who"], name="stay_of_whom")]

    def __str__(self) -> str:
        return f"{self.browser} {self.since_at:%Y-%m-%d %H:%M}"

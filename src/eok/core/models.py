"""Tables of the core: jobs of the outbox, schedules, serial numbers."""

from django.db import models


class Job(models.Model):
    """One piece of work to be done after the act that wrote it."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField("이름", max_length=120)
    key = models.CharField("중복 방지 열쇠", max_length=120)
    payload = models.TextField("내용")
    due_at = models.DateTimeField("할 때")
    attempts = models.PositiveSmallIntegerField("시도", default=0)
    leased_until = models.DateTimeField("맡은 시한", null=True)
    dead = models.BooleanField("멈춤", default=False)
    last_error = models.CharField("마지막 오류", max_length=300, default="")

    class Meta:
        verbose_name = "할 일(뒤에 이어질 일)"
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="job_once")]
        indexes = [
            models.Index(fields=["due_at", "id"], name="job_ready", condition=models.Q(dead=False)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.key}"


class Schedule(models.Model):
    """When a recurring job runs next."""

    name = models.CharField("이름", max_length=120, primary_key=True)
    next_at = models.DateTimeField("다음 때")

    class Meta:
        verbose_name = "되풀이 일정"

    def __str__(self) -> str:
        return self.name


class Serial(models.Model):
    """The last number given of a series, such as 접수번호 of a year: no gaps, no doubles."""

    series = models.CharField("계열", max_length=60, primary_key=True)
    last = models.PositiveIntegerField("마지막 번호", default=0)

    class Meta:
        verbose_name = "일련번호"

    def __str__(self) -> str:
        return f"{self.series} {self.last}"

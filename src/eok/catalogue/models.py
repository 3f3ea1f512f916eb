"""Versions of services that were used: a draft, a case and a paper point at the one they were made on.

And what the district says where the law leaves a fact to it: rows that are never changed. A value is put forward, a
second person decides, it may be taken back; each step is a row of its own (`adoption.py` reads them).
"""

from django.db import models

from eok.accounts.models import Officer


class CatalogueVersion(models.Model):
    """One service as it stood when it was first used; never rewritten."""

    service = models.CharField("민원사무", max_length=60)
    digest = models.CharField("내용의 지문", max_length=64)
    format = models.PositiveSmallIntegerField("형식 번호")
    content = models.TextField("내용")
    first_used_at = models.DateTimeField("처음 쓴 때")

    class Meta:
        verbose_name = "민원사무의 판"
        constraints = [models.UniqueConstraint(fields=["service", "digest"], name="catalogue_version_once")]

    def __str__(self) -> str:
        return f"{self.service} {self.digest[:12]}"


class DistrictFact(models.Model):
    """A value somebody put forward for one fact of an affair."""

    service = models.CharField("민원사무", max_length=60)
    field = models.CharField("사실", max_length=120)
    """Where it stands in the affair's file: `fee`, `papers.2`."""
    value = models.JSONField("값")
    rule = models.CharField("근거", max_length=200)
    """Ordinance, table or document, with article."""
    from_on = models.DateField("첫날")
    note = models.CharField("메모", max_length=300, blank=True, default="")
    filled_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    filled_as = models.CharField("채운 사람의 자리", max_length=120)
    """Department and role on that day; pages name these, never the person."""
    filled_at = models.DateTimeField("채운 때")

    class Meta:
        verbose_name = "우리 구 사실"
        indexes = [models.Index(fields=["service", "field"], name="district_fact_field")]

    def __str__(self) -> str:
        return f"{self.service} {self.field} {self.from_on}"


class DistrictFactStep(models.Model):
    """What became of it: approved or refused by a second person, taken back."""

    fact = models.ForeignKey(DistrictFact, on_delete=models.PROTECT, related_name="+")
    step = models.CharField("한 일", max_length=10)
    """`approved`, `refused`, `undone`"""
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    by_as = models.CharField("한 사람의 자리", max_length=120)
    at = models.DateTimeField("한 때")
    reason = models.CharField("까닭", max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "우리 구 사실 확인"
        constraints = [
            models.UniqueConstraint(
                fields=["fact"],
                condition=models.Q(step__in=("approved", "refused")),
                name="fact_decided_once",
            ),
            models.UniqueConstraint(
                fields=["fact"], condition=models.Q(step="undone"), name="fact_undone_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact_id} {self.step}"

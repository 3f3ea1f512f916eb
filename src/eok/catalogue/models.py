"""Versions of services that were used: a draft, a case and a paper point at the one they were made on."""

from django.db import models


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

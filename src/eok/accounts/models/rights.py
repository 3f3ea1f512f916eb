"""What an officer may do, since when and until when, who gave it and why: rows that are never changed.

A right is not edited: it ends (`GrantEnd`) and another begins, so that one can still read in ten years who might do what on
a day (개인정보 보호법 시행령 §30①2). The database itself refuses to change these rows (migration 0005).
"""

from django.db import models

from eok.accounts import roles
from eok.accounts.models.officers import Officer


class Grant(models.Model):
    """A right, from its first to its last day."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    role = models.CharField("맡은 일", max_length=20, choices=roles.choices)
    department = models.CharField("부서", max_length=40)
    service_id = models.CharField("민원사무", max_length=60, default=roles.EVERY_SERVICE)
    from_on = models.DateField("첫날")
    to_on = models.DateField("마지막 날", null=True)
    granted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    """None: by the operator at the machine's command line."""
    granted_at = models.DateTimeField("준 때", null=True)
    """Null: given before this was kept."""
    reason = models.CharField("까닭", max_length=200, default="", db_default="")
    document_no = models.CharField("문서번호", max_length=60, default="", db_default="")
    """Of the document that orders it, such as an appointment."""

    class Meta:
        verbose_name = "권한"
        indexes = [models.Index(fields=["department", "role"], name="grant_department")]

    def __str__(self) -> str:
        return f"{self.role} {self.department} {self.service_id}"


class GrantConfirmation(models.Model):
    """A second person agreed to a right that opens all others (`roles.FOUR_EYES`)."""

    grant = models.OneToOneField(Grant, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    """None: at the machine's command line."""
    confirmed_at = models.DateTimeField("확인한 때")

    class Meta:
        verbose_name = "권한 확인"

    def __str__(self) -> str:
        return f"{self.grant_id}"


class GrantEnd(models.Model):
    """A right was taken back before its last day."""

    grant = models.OneToOneField(Grant, on_delete=models.PROTECT, related_name="+")
    void_from = models.DateField("없어진 날")
    """The first day on which it does not hold; the day itself when it ends at once."""
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField("거둔 때")
    reason = models.CharField("까닭", max_length=200)

    class Meta:
        verbose_name = "권한 회수"

    def __str__(self) -> str:
        return f"{self.grant_id} {self.void_from}"


class RightsReview(models.Model):
    """Somebody went through the list of who has what, and said so."""

    reviewed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField("점검한 때")
    department = models.CharField("부서", max_length=40, default="")
    """Empty: all departments."""
    held = models.PositiveIntegerField("본 권한 수")
    note = models.CharField("점검 결과", max_length=500)

    class Meta:
        verbose_name = "권한 점검"

    def __str__(self) -> str:
        return f"{self.reviewed_at:%Y-%m-%d} {self.department}"

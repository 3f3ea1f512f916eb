"""Drafts (may change, are dropped when their time is up) and applications (never rewritten)."""

import uuid

from django.db import models

from eok.accounts.models import Person, Signature
from eok.applications.look_up_states import look_up_state_choices
from eok.catalogue.models import CatalogueVersion
from eok.papers.models import Upload


class Draft(models.Model):
    """What somebody has filled in so far."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    service_id = models.CharField("민원사무", max_length=60)
    version = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="+")
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("적은 것(암호문)")
    """{"answers": {...}, "modes": {paper: look_up|upload|by_post}, "visited": [page ids]}"""
    revision = models.PositiveIntegerField("저장 차례", default=0)
    saved_at = models.DateTimeField("저장한 때")
    expires_on = models.DateField("보관 기한")
    warned_for = models.DateField("알린 보관 기한", null=True)
    """The last day the person was warned of; saving again moves `expires_on` on."""

    class Meta:
        verbose_name = "임시저장"
        indexes = [models.Index(fields=["person", "service_id"], name="draft_of_person")]

    def __str__(self) -> str:
        return str(self.id)


class DraftPaper(models.Model):
    """A file attached to a draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+")
    paper_id = models.CharField("구비서류", max_length=60)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "임시저장에 붙인 파일"

    def __str__(self) -> str:
        return f"{self.paper_id} {self.upload_id}"


class Application(models.Model):
    """What was filed, word for word."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application_no = models.CharField("신청번호", max_length=20, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    service_id = models.CharField("민원사무", max_length=60)
    version = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="+")
    draft_id = models.UUIDField("임시저장", unique=True)
    """One filing per draft: a second 제출 of the same draft finds this one."""
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("낸 것(암호문)")
    """{"answers": {...}, "modes": {...}, "applicant": {...}}"""
    digest = models.CharField("낸 것의 SHA-256", max_length=64)
    signature = models.ForeignKey(Signature, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField("도착한 때")

    class Meta:
        verbose_name = "신청"
        indexes = [models.Index(fields=["person", "filed_at"], name="application_of_person")]

    def __str__(self) -> str:
        return self.application_no


class ApplicationPaper(models.Model):
    """A paper that was filed with the application."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    paper_id = models.CharField("구비서류", max_length=60)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "낸 서류"

    def __str__(self) -> str:
        return f"{self.paper_id} {self.upload_id}"


class LookUpConsent(models.Model):
    """사전동의: that the office may look a paper up at its source, in the words the person agreed to (전자정부법 §42①)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft_id = models.UUIDField("임시저장")
    """As `Application.draft_id`: the same before and after the filing."""
    paper_id = models.CharField("구비서류", max_length=60)
    given_by = models.UUIDField("동의한 사람")
    """정보주체: the person whose record it is, never somebody who acts for them."""
    wording = models.CharField("동의 글의 판", max_length=40)
    text = models.TextField("동의한 글")
    """Purpose, record and scope, office (전자정부법 §42① 각 호); says nothing about the person."""
    given_at = models.DateTimeField("동의한 때")
    withdrawn_at = models.DateTimeField("거둔 때", null=True)

    class Meta:
        verbose_name = "공동이용 동의"
        constraints = [
            models.UniqueConstraint(
                fields=["draft_id", "paper_id"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="look_up_consent_standing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.wording}"


class RecordLookUp(models.Model):
    """공동이용 조회: one question to a source and what came of it; an answer is never written over (전자정부법 §43①)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft_id = models.UUIDField("임시저장")
    paper_id = models.CharField("구비서류", max_length=60)
    number = models.PositiveSmallIntegerField("몇 번째")
    kind = models.CharField("무엇을", max_length=60)
    key = models.CharField("조회 열쇠", max_length=120, unique=True)
    """Idempotency key at the source: asking again after an outage is the same look-up there."""
    consent = models.ForeignKey(LookUpConsent, on_delete=models.PROTECT, null=True, related_name="+")
    basis = models.CharField("근거", max_length=200, blank=True)
    """The article that allows it without consent."""
    asked_by = models.CharField("물은 사람", max_length=60)
    """person:<id>, officer:<id> or system:eok"""
    asked_at = models.DateTimeField("처음 물은 때")
    attempts = models.PositiveSmallIntegerField("물은 횟수", default=0)
    state = models.CharField("상태", max_length=12, choices=look_up_state_choices)
    disputed = models.BooleanField("다른 답이 있음", default=False)
    """It says something else than an earlier answer, and no officer has said yet which holds."""
    answered_at = models.DateTimeField("답이 온 때", null=True)
    arrival = models.PositiveSmallIntegerField("몇 번째로 온 답", null=True)
    """Among the answers for this paper: they need not come in the order in which they were asked for."""
    source = models.CharField("조회한 곳", max_length=80, blank=True)
    looked_up_at = models.DateTimeField("조회된 때", null=True)
    """As the source says; by hand, the day the officer looked."""
    reference_no = models.CharField("조회번호", max_length=80, blank=True)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("본 것(암호문)")
    """{"subject": …, "facts": {label: value}, "agrees": ok|not_ok (by hand), "note": …}"""

    class Meta:
        verbose_name = "공동이용 조회"
        constraints = [
            models.UniqueConstraint(fields=["draft_id", "paper_id", "number"], name="look_up_order")
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="look_up_open")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number} {self.state}"

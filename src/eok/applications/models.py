"""Drafts (may change, are dropped when their time is up) and applications (never rewritten)."""

import uuid

from django.db import models

from eok.accounts.models import Person, Signature
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


REQUEST_STATES = {
    "asked": "기다림",
    "signed": "서명함",
    "declined": "서명하지 않기로 함",
    "withdrawn": "거둠",
}


def request_states() -> list[tuple[str, str]]:
    return list(REQUEST_STATES.items())


class SignatureRequest(models.Model):
    """Somebody was asked to sign a draft along; one row each time they are asked, never asked again in the same row."""

    link = models.UUIDField("주소", unique=True, default=uuid.uuid4, editable=False)
    """What the message carries; it opens nothing by itself: who comes must prove who they are."""
    draft_id = models.UUIDField("임시저장")
    """Not a foreign key: what was signed outlives the draft."""
    application = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="+")
    """Null until it is filed."""
    signer_id = models.CharField("누구로서", max_length=40)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("이름·전화·까닭(암호문)")
    """{"label", "name", "phone", "person", "reason"}"""
    digest = models.CharField("서명할 내용의 SHA-256", max_length=64)
    """Of the filing when asked; once signed, of what was signed."""
    state = models.CharField("상태", max_length=12, choices=request_states, default="asked")
    how = models.CharField("어떻게", max_length=10, default="", db_default="")
    """identity: proven at the identity provider. paper: a signed paper was put up by the applicant."""
    told = models.CharField("알림", max_length=12, default="", db_default="")
    """What became of the message: sent, by_hand or failed; empty while it is under way."""
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    signature = models.ForeignKey(Signature, on_delete=models.PROTECT, null=True, related_name="+")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField("청한 때")
    expires_at = models.DateTimeField("청한 것이 끝나는 때")
    answered_at = models.DateTimeField("답한 때", null=True)

    class Meta:
        verbose_name = "서명 요청"
        indexes = [models.Index(fields=["draft_id"], name="signature_request_of_draft")]

    def __str__(self) -> str:
        return f"{self.signer_id} {self.state}"

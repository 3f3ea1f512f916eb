"""Tables of a case: how it stands, and the events that made it so (append-only)."""

import uuid

from django.db import models

from eok.accounts.models import Officer
from eok.applications.models import Application
from eok.casework.lifecycle import STATES, State, state_choices
from eok.papers.models import Upload


class Case(models.Model):
    """The case as it stands: everything here follows from its events."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="+")
    case_no = models.CharField("접수번호", max_length=20, null=True, unique=True)
    service_id = models.CharField("민원사무", max_length=60)
    department = models.CharField("처리주무부서", max_length=60)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField("상태", max_length=20, choices=state_choices)
    filed_at = models.DateTimeField("도착한 때")
    accept_by = models.DateTimeField("접수 시한")
    accepted_at = models.DateTimeField("접수한 때", null=True)
    due_at = models.DateTimeField("처리 기한", null=True)
    """Null while the clock stands (보완) or has stopped."""
    calendar_version = models.CharField("달력 판", max_length=40, blank=True)
    rules_version = models.PositiveSmallIntegerField("규칙 판", null=True)
    """Of `eok.rules` at the filing; null: filed before it was kept."""
    decided_at = models.DateTimeField("결정한 때", null=True)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    summary = models.BinaryField("목록에 보일 것(암호문)")
    """{"name": …, "trade_name": …}: what a list shows, masked."""
    name_digest = models.CharField("이름 찾기값", max_length=64, db_index=True)
    phone_digest = models.CharField("전화 찾기값", max_length=64, blank=True, db_index=True)
    business_digest = models.CharField("사업자등록번호 찾기값", max_length=64, blank=True, db_index=True)
    sequence = models.PositiveIntegerField("마지막 사건 차례", default=0)
    head = models.BinaryField("사슬의 끝", max_length=32)

    class Meta:
        verbose_name = "사건"
        indexes = [
            models.Index(fields=["department", "state", "due_at"], name="case_worklist"),
            models.Index(fields=["state", "filed_at"], name="case_waiting"),
        ]

    def __str__(self) -> str:
        return self.case_no or str(self.id)

    @property
    def stands(self) -> State:
        return STATES[self.state]


class CaseEvent(models.Model):
    """One thing that happened; never changed, never removed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField("차례")
    version = models.PositiveSmallIntegerField("판", default=1)
    verb = models.CharField("한 일", max_length=40)
    from_state = models.CharField("앞 상태", max_length=20, blank=True)
    to_state = models.CharField("뒤 상태", max_length=20)
    clock = models.CharField("시계", max_length=10)
    at = models.DateTimeField("때")
    actor_kind = models.CharField("한 사람의 종류", max_length=20)
    actor = models.CharField("한 사람", max_length=60)
    law = models.CharField("근거", max_length=200)
    details = models.BinaryField("내용(암호문)")
    previous = models.BinaryField("앞 고리", max_length=32)
    digest = models.BinaryField("고리", max_length=32)

    class Meta:
        verbose_name = "사건 이력"
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="case_event_order")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.sequence} {self.verb}"


class Supplement(models.Model):
    """A demand to complete the filing, and its answer (민원처리법 §22)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("몇 번째")
    requested_at = models.DateTimeField("보낸 때")
    due_on = models.DateField("보완 기한")
    prolonged = models.PositiveSmallIntegerField("늘린 횟수", default=0)
    content = models.BinaryField("무엇을(암호문)")
    """[{"kind": question|paper, "id": …, "message": …}]"""
    answered_at = models.DateTimeField("도착한 때", null=True)

    class Meta:
        verbose_name = "보완 요구"
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="supplement_number")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class SupplementPaper(models.Model):
    """A file given in answer to a demand."""

    supplement = models.ForeignKey(Supplement, on_delete=models.PROTECT, related_name="+")
    paper_id = models.CharField("구비서류", max_length=60)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "보완한 서류"

    def __str__(self) -> str:
        return f"{self.paper_id} {self.upload_id}"


class Review(models.Model):
    """The result of one check of the review list; the latest row of an item counts."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    item = models.CharField("확인할 것", max_length=60)
    result = models.CharField("결과", max_length=20)
    """ok, not_ok, look (an officer must look), not_applicable"""
    by = models.CharField("본 사람", max_length=60)
    at = models.DateTimeField("때")
    note = models.BinaryField("적은 것(암호문)")

    class Meta:
        verbose_name = "확인 결과"
        indexes = [models.Index(fields=["case", "item", "id"], name="review_latest")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.item} {self.result}"


class Proposal(models.Model):
    """A drafted decision on its way to who decides (결재)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("안", max_length=10)
    """grant or refuse"""
    content = models.BinaryField("의견과 까닭(암호문)")
    drafted_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField("올린 때")
    decider_role = models.CharField("결재할 자리", max_length=30)
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("결재한 때", null=True)
    result = models.CharField("결과", max_length=12, blank=True)
    """approved, otherwise (decided against the draft) or sent_back; empty while waiting"""

    class Meta:
        verbose_name = "결재"
        indexes = [models.Index(fields=["decider_role", "result"], name="proposal_waiting")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"

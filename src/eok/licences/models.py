"""Tables of the register: the licence as it stands, and the history that made it so.

Everything in `Licence` and `Sanction` follows from the events (`ledger.py`); `./eok licences replay` proves it.
"""

import uuid

from django.db import models

from eok.licences.sanctions import kind_choices
from eok.licences.states import STATES, LicenceState, state_choices


class Licence(models.Model):
    """One entry of a register (대장 한 줄)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    register = models.CharField("대장", max_length=60)
    licence_no = models.CharField("신고·등록번호", max_length=60)
    state = models.CharField("상태", max_length=20, choices=state_choices, default="active")
    opened_on = models.DateField("신고일")
    ended_on = models.DateField("끝난 날", null=True)
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    content = models.BinaryField("대장에 적힌 것(암호문)")
    holder_digest = models.CharField("명의자 찾기값", max_length=64, db_index=True)
    name_digest = models.CharField("상호 찾기값", max_length=64, blank=True, db_index=True, db_default="")
    kind_digest = models.CharField("영업의 종류 찾기값", max_length=64, blank=True, db_default="")
    business_digest = models.CharField("사업자등록번호 찾기값", max_length=64, blank=True, db_index=True)
    premises_digest = models.CharField(
        "소재지 찾기값", max_length=64, blank=True, db_index=True, db_default=""
    )
    """Of the road address up to the building."""
    origin = models.CharField("만든 것", max_length=80)
    """`case:<id>` or `import:<digest>`."""
    papers_from = models.PositiveIntegerField("살아 있는 문서의 첫 차례", default=0, db_default=0)
    """Papers issued on an event before this one no longer count."""
    sequence = models.PositiveIntegerField("마지막 변동 차례", default=0, db_default=0)
    head = models.BinaryField("사슬의 끝", max_length=32, null=True)

    class Meta:
        verbose_name = "영업·등록 대장"
        constraints = [models.UniqueConstraint(fields=["register", "licence_no"], name="licence_no_once")]
        indexes = [models.Index(fields=["register", "state", "opened_on"], name="licence_list")]

    def __str__(self) -> str:
        return self.licence_no

    @property
    def stands(self) -> LicenceState:
        """As written; what a sanction of today makes of it says `queries.standing`."""
        return STATES[self.state]


class LicenceEvent(models.Model):
    """What happened to a licence: opened, changed, closed …; never rewritten."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField("차례")
    version = models.PositiveSmallIntegerField("판", default=1, db_default=1)
    verb = models.CharField("한 일", max_length=30)
    from_state = models.CharField("앞 상태", max_length=20, blank=True, db_default="")
    to_state = models.CharField("뒤 상태", max_length=20, blank=True, db_default="")
    on = models.DateField("날")
    at = models.DateTimeField("적은 때", null=True)
    origin = models.CharField("만든 것", max_length=80, db_index=True)
    actor_kind = models.CharField("한 사람의 종류", max_length=20, blank=True, db_default="")
    actor = models.CharField("한 사람", max_length=60, blank=True, db_default="")
    law = models.CharField("근거", max_length=200, blank=True, db_default="")
    details = models.BinaryField("내용(암호문)")
    previous = models.BinaryField("앞 고리", max_length=32, null=True)
    digest = models.BinaryField("고리", max_length=32, null=True)

    class Meta:
        verbose_name = "대장 변동 내역"
        constraints = [models.UniqueConstraint(fields=["licence", "sequence"], name="licence_event_order")]

    def __str__(self) -> str:
        return f"{self.licence_id} {self.sequence} {self.verb}"


class Sanction(models.Model):
    """행정처분: its days, for lists and for what holds today; the reasons stand encrypted in its event."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField("변동 차례")
    kind = models.CharField("처분", max_length=20, choices=kind_choices)
    from_on = models.DateField("첫날")
    to_on = models.DateField("마지막 날", null=True)
    won = models.PositiveBigIntegerField("과징금", null=True)
    lifted_on = models.DateField("푼 날", null=True)

    class Meta:
        verbose_name = "행정처분"
        constraints = [models.UniqueConstraint(fields=["licence", "sequence"], name="sanction_once")]
        indexes = [models.Index(fields=["kind", "from_on", "to_on"], name="sanction_days")]

    def __str__(self) -> str:
        return f"{self.licence_id} {self.kind} {self.from_on}"

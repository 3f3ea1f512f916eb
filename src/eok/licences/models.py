"""Tables of the register: the licence as it stands, and the history that made it so."""

import uuid

from django.db import models

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
    business_digest = models.CharField("사업자등록번호 찾기값", max_length=64, blank=True, db_index=True)
    origin = models.CharField("만든 것", max_length=60)
    """`case:<id>` or `import:<file>`."""

    class Meta:
        verbose_name = "영업·등록 대장"
        constraints = [models.UniqueConstraint(fields=["register", "licence_no"], name="licence_no_once")]

    def __str__(self) -> str:
        return self.licence_no

    @property
    def stands(self) -> LicenceState:
        return STATES[self.state]


class LicenceEvent(models.Model):
    """What happened to a licence: opened, changed, closed …; never rewritten."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField("차례")
    verb = models.CharField("한 일", max_length=30)
    on = models.DateField("날")
    origin = models.CharField("만든 것", max_length=60)
    details = models.BinaryField("내용(암호문)")

    class Meta:
        verbose_name = "대장 변동 내역"
        constraints = [models.UniqueConstraint(fields=["licence", "sequence"], name="licence_event_order")]

    def __str__(self) -> str:
        return f"{self.licence_id} {self.sequence} {self.verb}"

"""Holds, deliberations, hand-overs, and the register of what was ended. None of it is personal data."""

from django.db import models

RESULTS = {"destroy": "폐기", "keep": "보류", "prolong": "보존기간 재책정"}
"""What a deliberation may come to (공공기록물법 시행령 §43①)."""


def result_choices() -> list[tuple[str, str]]:
    return list(RESULTS.items())


class Hold(models.Model):
    """Nothing it covers is ended while it stands (공공기록물법 §27의3; 시행령 §54의4)."""

    scope = models.CharField("범위", max_length=10)
    """`record`: one record; `service`: every case of an affair; `all`."""
    target = models.CharField("대상", max_length=80, blank=True)
    """Id of the record or of the affair; empty for all."""
    label = models.CharField("대상 이름", max_length=120)
    reason = models.CharField("까닭", max_length=300)
    law = models.CharField("근거", max_length=200)
    from_at = models.DateTimeField("건 때")
    review_on = models.DateField("다시 볼 날")
    by = models.CharField("건 사람", max_length=60)
    """`officer:<id>` or `operator`: the command line."""
    released_at = models.DateTimeField("푼 때", null=True)
    released_by = models.CharField("푼 사람", max_length=60, blank=True)
    release_reason = models.CharField("푼 까닭", max_length=300, blank=True)

    class Meta:
        verbose_name = "파기 보류"
        indexes = [models.Index(fields=["scope", "target"], name="hold_of_target")]

    def __str__(self) -> str:
        return f"{self.label} {self.law}"


class Appraisal(models.Model):
    """One deliberation of the board on records whose period is over (공공기록물법 §27①; 시행령 §43①)."""

    number = models.CharField("심의 번호", max_length=60, unique=True)
    asked_on = models.DateField("생산부서 의견조회일")
    reviewed_on = models.DateField("기록물관리 전문요원 심사일")
    reviewed_by = models.CharField("기록물관리 전문요원", max_length=60)
    decided_on = models.DateField("기록물평가심의회 심의일")
    noted_by = models.CharField("적은 사람", max_length=60)
    noted_at = models.DateTimeField("적은 때")

    class Meta:
        verbose_name = "기록물 평가·폐기 심의"

    def __str__(self) -> str:
        return self.number


class Appraised(models.Model):
    """What a deliberation came to for one record."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("기록 종류", max_length=20)
    record = models.CharField("기록", max_length=40)
    result = models.CharField("결과", max_length=10, choices=result_choices)
    period = models.CharField("다시 정한 보존기간", max_length=10, blank=True)

    class Meta:
        verbose_name = "심의한 기록물"
        constraints = [models.UniqueConstraint(fields=["appraisal", "kind", "record"], name="appraised_once")]
        indexes = [models.Index(fields=["kind", "record"], name="appraised_record")]

    def __str__(self) -> str:
        return f"{self.record} {self.result}"


class HandOver(models.Model):
    """A package for the records centre, and its word that it took it over (공공기록물법 시행령 §32, §35)."""

    number = models.CharField("이관 번호", max_length=60, unique=True)
    made_at = models.DateTimeField("묶은 때")
    made_by = models.CharField("묶은 사람", max_length=60)
    digest = models.CharField("묶음의 SHA-256", max_length=64)
    received_no = models.CharField("인수완료 통보 번호", max_length=60, blank=True)
    received_on = models.DateField("인수완료 통보일", null=True)
    noted_by = models.CharField("인수를 적은 사람", max_length=60, blank=True)
    keeps_copy = models.CharField("사본을 두는 까닭", max_length=300, blank=True)
    """Needed in the work: copies stay until the period ends (공공기록물법 시행령 §35⑦)."""

    class Meta:
        verbose_name = "기록물 이관"

    def __str__(self) -> str:
        return self.number


class HandedOver(models.Model):
    """One record of a package."""

    hand_over = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("기록 종류", max_length=20)
    record = models.CharField("기록", max_length=40)

    class Meta:
        verbose_name = "이관한 기록물"
        constraints = [models.UniqueConstraint(fields=["hand_over", "kind", "record"], name="handed_once")]
        indexes = [models.Index(fields=["kind", "record"], name="handed_record")]

    def __str__(self) -> str:
        return self.record


class Ending(models.Model):
    """기록물 파기 대장: what was ended, when, by which law; nothing of what it said."""

    kind = models.CharField("기록 종류", max_length=20)
    record = models.CharField("기록", max_length=40)
    label = models.CharField("기록 이름", max_length=120)
    service_id = models.CharField("민원사무", max_length=60, blank=True)
    department = models.CharField("부서", max_length=60, blank=True)
    class_id = models.CharField("기록 종류의 이름", max_length=40)
    law = models.CharField("근거", max_length=200)
    ground = models.CharField("절차", max_length=120, blank=True)
    """Number of the deliberation or of the hand-over; empty where the law asks for none."""
    finished_on = models.DateField("끝난 날")
    ended_at = models.DateTimeField("파기한 때", db_index=True)
    keys = models.PositiveIntegerField("없앤 열쇠")
    files = models.PositiveIntegerField("없앤 파일")
    rows = models.PositiveIntegerField("비운 줄")
    again = models.BooleanField("되살린 뒤 다시", default=False)
    """Ended anew in a restored backup, by the list of what was destroyed."""

    class Meta:
        verbose_name = "기록물 파기 대장"
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="ending_once")]

    def __str__(self) -> str:
        return self.label

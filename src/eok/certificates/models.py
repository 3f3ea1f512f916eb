"""Certificates that were issued: what was sealed, the signed file, whether it still counts, each print."""

from django.db import models

from eok.casework.models import Case
from eok.licences.models import Licence
from eok.papers.models import Upload

STATES = {"valid": "유효", "void": "무효", "replaced": "새로 발급됨"}


def state_choices() -> list[tuple[str, str]]:
    return list(STATES.items())


class IssuedCertificate(models.Model):
    """One issue of a certificate; a reissue is another row with its own number."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("증명서", max_length=60)
    document_no = models.CharField("문서확인번호", max_length=16, unique=True)
    state = models.CharField("상태", max_length=12, choices=state_choices, default="valid")
    issued_at = models.DateTimeField("발급한 때")
    facts = models.BinaryField("증명서의 값(암호문)")
    """{"number": …, "values": {…}, "issuer": …} under the case's key."""
    seal = models.BinaryField("봉인(COSE)")
    file = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")
    """The signed electronic document; its digest is compared in verification."""
    demonstration = models.BooleanField("시험용")

    class Meta:
        verbose_name = "발급한 증명서"
        constraints = [models.UniqueConstraint(fields=["case", "kind"], name="certificate_of_case")]

    def __str__(self) -> str:
        return self.document_no

    @property
    def trail_subject(self) -> str:
        """What the read log calls it."""
        return f"certificate:{self.pk}"


class Print(models.Model):
    """One print rendition handed out; counted, not limited."""

    certificate = models.ForeignKey(IssuedCertificate, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveIntegerField("몇 번째")
    at = models.DateTimeField("때")
    digest = models.CharField("내용의 SHA-256", max_length=64, db_index=True)

    class Meta:
        verbose_name = "증명서 출력"
        constraints = [models.UniqueConstraint(fields=["certificate", "ordinal"], name="print_ordinal")]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.ordinal}"

"""What the register says of a document today: issued when, by us, still counting, licence in force."""

from dataclasses import dataclass
from datetime import datetime

from eok.certificates import document_no
from eok.certificates import queries as certificates
from eok.certificates.definitions import certificate
from eok.certificates.models import IssuedCertificate
from eok.certificates.render import compose
from eok.certificates.seal import Content
from eok.core import pii
from eok.krds import filters
from eok.licences import queries as licences

PERSONAL = ("대표자 성명", "생년월일", "전자우편주소", "전화번호")
"""Captions masked for who only knows the number."""

NO_LONGER = {
    "replaced": "대장이 바뀌어 새 문서를 줬어요. 이 번호의 문서는 효력이 없어요.",
    "void": "이 번호의 문서는 효력이 없어졌어요.",
}
"""Of a paper whose entry still stands."""


@dataclass(frozen=True)
class Standing:
    """Two facts kept apart: what was issued, and whether it holds today."""

    document_no: str
    title: str
    issued_at: datetime
    counts: bool
    """The certificate itself is valid (not void, not replaced)."""
    state: str
    in_force: bool
    told: str
    """The licence's state today, as a sentence."""
    corrected: str
    """Day of a later clerical correction of the register (행정절차법 §25); empty: none."""
    licence_no: str
    rows: tuple[tuple[str, str], ...]
    demonstration: bool
    file_digest: str
    ended: bool = False
    """What it said was destroyed with its case when the retention period was over (개인정보 보호법 §21)."""

    @property
    def holds(self) -> bool:
        """The paper is valid, and so is what it certifies."""
        return self.counts and self.in_force


def of_number(number: str, *, whole: bool = False) -> Standing | None:
    """number: 16 digits. whole: the reader holds the document, so nothing is masked."""
    found = certificates.by_number(number)
    return _standing(found, whole=whole) if found else None


def _standing(found: IssuedCertificate, *, whole: bool) -> Standing:
    content = compose(found.kind, certificates.facts(found)).content if found.facts else None
    licence = licences.standing(found.licence)
    corrected = licences.corrected_since(found.licence, found.issued_at)
    return Standing(
        document_no=document_no.shown(found.document_no),
        title=certificate(found.kind).title,
        issued_at=found.issued_at,
        counts=found.state == "valid",
        state=found.get_state_display(),
        in_force=found.state == "valid" and licence.in_force,
        told=licence.told if found.state == "valid" or not licence.in_force else NO_LONGER[found.state],
        corrected=filters.date_ko(corrected) if corrected else "",
        licence_no=found.licence.licence_no,
        rows=_rows(content, whole=whole) if content else (),
        demonstration=found.demonstration,
        file_digest=found.file.digest,
        ended=content is None,
    )


def _rows(content: Content, *, whole: bool) -> tuple[tuple[str, str], ...]:
    head = (("번호", content.number), ("발급일", content.issued_on), ("발급", content.issuer))
    fields = tuple((c, v if whole or c not in PERSONAL else _masked(c, v)) for c, v in content.fields)
    return (*head, *fields)


def _masked(caption: str, value: str) -> str:
    if "@" in value:
        return pii.mask_email(value)
    return pii.mask_name(value) if "성명" in caption else pii.mask_number(value, shown=4)

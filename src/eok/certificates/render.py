"""From the facts of a certificate to the signed PDF: check, compose, seal, draw, sign.

Two renditions of one record: the signed electronic document, and the print rendition with the copy mark in its
frame (민원처리법 시행령 §30① 2호·3호). Both bear the same 문서확인번호 and the same seal. Plain values in, bytes out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eok.certificates import authority, document_no, pades
from eok.certificates.definitions import Certificate, certificate
from eok.certificates.errors import SealImageMissingError
from eok.certificates.foot import Foot, electronic_foot, printed_foot
from eok.certificates.frame import copy_tile, ornament
from eok.certificates.seal import Content, seal
from eok.certificates.values import printed_fields
from eok.core.clock import SEOUL
from eok.core.keys import keyring
from eok.papers import typeset
from eok.papers.typeset_bitmap import Bitmap, qr
from eok.papers.typeset_errors import OverfullError


class Rendition(StrEnum):
    """For whom the sheet is drawn."""

    PRINT = "print"
    """To be printed at 100 %: frame with copy mark, ordinal of the print."""
    ELECTRONIC = "electronic"
    """The document itself, to be kept and sent as a file."""


@dataclass(frozen=True)
class Facts:
    """What one certificate says."""

    number: str
    """Of the register, as 2026-서울서초-00412."""
    document_no: str
    """문서확인번호, 16 digits (`document_no.new()`)."""
    values: Mapping[str, str]
    """Printed values by the names the certificate's file gives them."""
    issued_at: datetime
    issuer: str
    """서초구청장"""


@dataclass(frozen=True)
class Composed:
    """A checked certificate with its seal; what is drawn from it differs only in rendition."""

    certificate: str
    content: Content
    seal: bytes


@dataclass(frozen=True)
class Office:
    """What the foot says about where to ask."""

    base_url: str
    contact: str
    """서초구 시범민원실 02-0000-0000(평일 9시~18시)"""


def compose(identifier: str, facts: Facts) -> Composed:
    """Check every value and seal the text. Raises FieldError, UnprintableError (with the value's name), SealError."""
    definition = certificate(identifier)
    day = facts.issued_at.astimezone(SEOUL)
    content = Content(
        title=definition.title,
        number=definition.number.format(number=facts.number),
        document_no=document_no.shown(facts.document_no),
        fields=printed_fields(definition, facts.values),
        sentence=definition.sentence,
        issued_on=f"{day.year}년 {day.month}월 {day.day}일",
        issuer=facts.issuer,
    )
    dictionary = authority.dictionaries()[definition.seal]
    sealed = seal(content, dictionary_no=definition.seal, dictionary=dictionary, key=authority.seal_key())
    return Composed(identifier, content, sealed)


def draw(
    composed: Composed,
    rendition: Rendition,
    office: Office,
    *,
    at: datetime,
    ordinal: int = 1,
    official_seal: bytes | None = None,
) -> bytes:
    """The signed PDF. at: aware, when it is signed or printed. ordinal: the how manieth print.

    official_seal: the 전자이미지관인 (PNG or SVG); demonstration papers bear 견본 in its place.
    Raises SealImageMissingError, OverfullError, PadesError.
    """
    definition = certificate(composed.certificate)
    sample = keyring().is_demonstration
    if not sample and official_seal is None:
        raise SealImageMissingError
    foot = _foot(rendition, definition, office, at, ordinal)
    images = _images(composed, rendition, office, None if sample else official_seal)
    pdf = typeset.render(
        definition.sheet, _sheet(composed, definition, foot, sample), images=images, made_at=at
    )
    return pades.sign(
        _single_page(pdf),
        authority.signer(),
        signed_at=at,
        name=authority.signer_name(),
        actual_size=rendition is Rendition.PRINT,
    )


def seal_url(base_url: str, sealed: bytes) -> str:
    """What the QR holds: a page of ours and, after #, the seal in decimal digits.

    The part after # never leaves the phone; digits are the densest writing of bytes in a QR beside an address.
    """
    return f"{base_url}/s#{int.from_bytes(sealed, 'big')}"


def _sheet(composed: Composed, definition: Certificate, foot: Foot, sample: bool) -> dict[str, object]:
    content = composed.content
    return {
        "title": content.title,
        "form_line": f"■ {definition.form.law} [{definition.form.number}]",
        "rendition": foot.rendition,
        "number": content.number,
        "document_no": content.document_no,
        "rows": content.fields,
        "sentence": content.sentence,
        "date": content.issued_on,
        "issuer": content.issuer,
        "sample": sample,
        "seal_alt": None if sample else f"{content.issuer}의 관인",
        "qr_alt": "발급한 내용과 서명이 담긴 QR",
        "foot": {"title": foot.title, "steps": foot.steps, "notes": foot.notes, "patch": foot.patch},
    }


def _foot(rendition: Rendition, definition: Certificate, office: Office, at: datetime, ordinal: int) -> Foot:
    host = office.base_url.split("//")[-1]
    if rendition is Rendition.PRINT:
        return printed_foot(host, office.contact, at, ordinal)
    return electronic_foot(host, authority.signer_name(), at, definition.form.number, definition.title)


def _images(
    composed: Composed, rendition: Rendition, office: Office, official_seal: bytes | None
) -> dict[str, bytes | Bitmap]:
    images: dict[str, bytes | Bitmap] = {"qr": qr(seal_url(office.base_url, composed.seal))}
    if official_seal is not None:
        images["seal"] = official_seal
    if rendition is Rendition.PRINT:
        images |= {
            "frame": ornament(),
            "copy_plain": copy_tile(word=False),
            "copy_word": copy_tile(word=True),
        }
    return images


def _single_page(pdf: bytes) -> bytes:
    """The sheet is laid out for one page; a second one would leave the seal and the QR without their text."""
    if pdf.count(b"<</Type/Page/") != 1:
        raise OverfullError("증명서가 한 쪽을 넘었습니다. 이대로는 발급하지 않습니다. 긴 항목을 줄여 주세요.")
    return pdf

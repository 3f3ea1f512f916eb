"""Checking a document from the file and the published keys alone: no network, no register.

A PDF: its signature, its seal, and whether the page says what the seal says. A picture of a paper: its seal, whose
text the reader then compares with the paper. A seal proves that we issued these words; whether the licence is in
force today only the register can say, and each report says so.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from eok.certificates.key_list import KeyList, PublishedKey
from eok.certificates.seal import Content, Sealed, SealError, open_seal
from eok.core import clock
from eok.core.clock import SEOUL
from eok.verification import printed, scan, signature
from eok.verification.errors import UnreadableFileError
from eok.verification.signature import Signature

SAMPLE = "시험용 열쇠로 만든 견본입니다. 효력이 없습니다."
NOT_TODAY = "지금도 효력이 있는지는 이 확인으로 알 수 없습니다. 문서확인번호로 물어봐 주세요."
COMPARE = "사진으로는 QR만 확인합니다. 종이에 적힌 내용이 아래와 같은지 한 줄씩 견주어 주세요."
LONG = "내용이 길어 QR에는 제목, 번호와 요약값만 들어 있습니다. 나머지는 문서확인번호로 확인해 주세요."


@dataclass(frozen=True)
class Report:
    """The answer, in sentences, and what the document says."""

    valid: bool
    reasons: tuple[str, ...]
    document: Mapping[str, object]

    def as_dict(self) -> dict[str, object]:
        return {"valid": self.valid, "reasons": list(self.reasons), "document": dict(self.document)}


def verify_file(data: bytes, keys: KeyList, *, at: datetime | None = None) -> Report:
    """Check a PDF or a picture. at: aware, when certificates must be valid; now when left out.

    Raises UnreadableFileError when there is nothing to check: empty, too large, neither PDF nor picture.
    """
    if not data:
        raise UnreadableFileError("파일이 비어 있습니다.")
    if not scan.is_pdf(data):
        return _picture(data, keys)
    if len(data) > scan.PDF_LIMIT:
        raise UnreadableFileError("PDF가 5MB를 넘습니다.")
    return _pdf(data, keys, at or clock.now())


def verify_seal(data: bytes, keys: KeyList) -> Report:
    """Check a seal alone, as a phone reads it from the QR."""
    sealed, key, faults = _seal((data,), keys)
    notes = () if sealed is None else (COMPARE, *_notes(sealed, key))
    good = () if faults else ("QR의 서명이 맞습니다. 우리 구가 이 내용으로 발급했습니다.",)
    return Report(not faults, (*faults, *good, *notes), {"kind": "seal", **_told(sealed, key)})


def _picture(data: bytes, keys: KeyList) -> Report:
    seals = scan.seals_in_picture(data)
    if len(seals) == 1:
        report = verify_seal(seals[0], keys)
        return Report(report.valid, report.reasons, {**report.document, "kind": "picture"})
    return Report(False, _count_fault(len(seals)), {"kind": "picture"})


def _pdf(data: bytes, keys: KeyList, at: datetime) -> Report:
    signed = signature.check(data, keys, at)
    sealed, key, seal_faults, text = _seal_of_pdf(data, keys)
    page_faults = _page_faults(sealed, text) if sealed else ()
    faults = (*signed.faults, *seal_faults, *page_faults)
    good = (
        ()
        if faults
        else ("전자서명이 온전하고, 서명한 뒤 바뀐 것이 없습니다.", "QR의 서명이 맞고, 적힌 내용과 같습니다.")
    )
    notes = _notes(sealed, key) if sealed else ()
    return Report(
        not faults, (*faults, *good, *notes), {"kind": "pdf", **_signed(data, signed), **_told(sealed, key)}
    )


def _seal_of_pdf(
    data: bytes, keys: KeyList
) -> tuple[Sealed | None, PublishedKey | None, tuple[str, ...], str]:
    """The seal as `_seal` finds it, and what the pages say."""
    try:
        read = scan.read_pdf(data)
    except UnreadableFileError as error:
        return None, None, (error.message,), ""
    return *_seal(read.seals, keys), read.text


def _seal(
    seals: tuple[bytes, ...], keys: KeyList
) -> tuple[Sealed | None, PublishedKey | None, tuple[str, ...]]:
    """The one seal, the key that made it, and why it is not good."""
    if len(seals) != 1:
        return None, None, _count_fault(len(seals))
    try:
        sealed = open_seal(seals[0], keys.seal_keys())
    except SealError as error:
        return None, None, (error.message,)
    key = keys.find("seal", sealed.key_id)
    if key is not None and key.revoked_at is not None:
        return sealed, key, ("QR의 서명키가 폐지되었습니다. 문서확인번호로 발급 기관에 확인해 주세요.",)
    return sealed, key, ()


def _count_fault(count: int) -> tuple[str, ...]:
    if count == 0:
        return ("우리 구의 QR을 찾지 못했습니다. 흐리거나 잘렸으면 다시 찍어 주세요.",)
    return ("서로 다른 QR이 둘 이상 있습니다. 한 문서씩 확인해 주세요.",)


def _page_faults(sealed: Sealed, text: str) -> tuple[str, ...]:
    differing = printed.differences(sealed.content, text)
    return tuple(f"문서에 적힌 내용이 QR과 다릅니다: {name}." for name in differing)


def _notes(sealed: Sealed, key: PublishedKey | None) -> tuple[str, ...]:
    long = (LONG,) if sealed.digest else ()
    sample = (SAMPLE,) if key is not None and key.demonstration else ()
    return (*long, *sample, NOT_TODAY)


def _signed(data: bytes, signed: Signature) -> dict[str, object]:
    when = signed.signed_at.astimezone(SEOUL).isoformat() if signed.signed_at else None
    return {"sha256": hashlib.sha256(data).hexdigest(), "signed_at": when, "signer": signed.signer or None}


def _told(sealed: Sealed | None, key: PublishedKey | None) -> dict[str, object]:
    if sealed is None:
        return {}
    return {
        **_content(sealed.content),
        "digest": sealed.digest.hex() if sealed.digest else None,
        "key": sealed.key_id.hex(),
        "demonstration": key is not None and key.demonstration,
    }


def _content(content: Content) -> dict[str, object]:
    return {
        "title": content.title,
        "number": content.number,
        "document_no": content.document_no,
        "fields": [{"caption": caption, "value": value} for caption, value in content.fields],
        "sentence": content.sentence,
        "issued_on": content.issued_on,
        "issuer": content.issuer,
    }

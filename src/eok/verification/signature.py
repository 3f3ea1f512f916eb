"""Is the PDF's signature whole and ours? Asked of pyHanko, not of the code that signed.

Good is: one certifying signature (DocMDP level 1) by a published key, over the whole file, with nothing after it but
the evidence of a long-term upgrade (PAdES-B-LTA). No network: roots come with the key list.
"""

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates import cose
from eok.certificates.key_list import KeyList, PublishedKey

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what it finds is our answer, not an event of ours


@dataclass(frozen=True)
class Signature:
    """What the signature of a file tells."""

    faults: tuple[str, ...]
    """Why it is not good; empty when it is."""
    signed_at: datetime | None = None
    """As the signer claims."""
    signer: str = ""
    key: PublishedKey | None = None


def check(data: bytes, keys: KeyList, at: datetime) -> Signature:
    """The verdict on the signature of a PDF. at: aware, the moment certificates must be valid."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        signatures = PdfFileReader(io.BytesIO(data)).embedded_regular_signatures
        if not signatures:
            return Signature(("이 PDF에는 전자서명이 없습니다.",))
        if len(signatures) > 1:
            return Signature(("전자서명이 둘 이상입니다. 우리 구의 문서에는 하나뿐입니다.",))
        with ThreadPoolExecutor(1) as thread:  # pyHanko starts an event loop: not where the caller has one
            return thread.submit(_verdict, signatures[0], keys, at).result()
    except (
        Exception
    ):  # a parser fed with forged files may fail in any way; every way means: not ours as issued
        return Signature(("전자서명을 읽을 수 없습니다. 파일이 바뀌었거나 깨졌습니다.",))


def _verdict(signature: "EmbeddedPdfSignature", keys: KeyList, at: datetime) -> Signature:
    from asn1crypto import x509
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    roots = [x509.Certificate.load(root.public_bytes(serialization.Encoding.DER)) for root in keys.roots]
    status = validate_pdf_signature(
        signature, ValidationContext(trust_roots=roots, allow_fetching=False, moment=at)
    )
    key = _published(signature.signer_cert, keys)
    return Signature(
        faults=(*_changes(signature, status), *_trust(status, key)),
        signed_at=signature.self_reported_timestamp,
        signer=str(signature.signer_cert.subject.native.get("common_name", "")),
        key=key,
    )


def _changes(signature: "EmbeddedPdfSignature", status: "PdfSignatureStatus") -> tuple[str, ...]:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.fields import MDPPerm

    if not (status.intact and status.valid):
        return ("서명한 뒤 내용이 바뀌었습니다. 전자서명이 파일과 맞지 않습니다.",)
    if signature.docmdp_level is not MDPPerm.NO_CHANGES:
        return ("고칠 수 있게 서명된 파일입니다. 우리 구의 문서는 고칠 수 없게 서명합니다.",)
    if not status.docmdp_ok or status.modification_level not in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
    ):
        return ("서명한 뒤 파일에 덧붙인 것이 있습니다.",)
    return ()


def _trust(status: "PdfSignatureStatus", key: PublishedKey | None) -> tuple[str, ...]:
    if key is None:
        return ("서명한 열쇠가 공개 키 목록에 없습니다. 우리 구가 서명한 문서가 아닙니다.",)
    if key.revoked_at is not None:
        return ("서명한 열쇠가 폐지되었습니다. 문서확인번호로 발급 기관에 확인해 주세요.",)
    if not status.bottom_line:
        return ("서명 인증서를 확인하지 못했습니다. 유효기간이 지났거나 발급한 인증기관을 알지 못합니다.",)
    return ()


def _published(certificate: "Certificate", keys: KeyList) -> PublishedKey | None:
    public = serialization.load_der_public_key(certificate.public_key.dump())
    if not isinstance(public, ec.EllipticCurvePublicKey):
        return None
    return keys.find("certificates", cose.key_id(public))

"""The seal in the QR: the whole text of a certificate, signed, so that a changed paper shows without any network.

The text is deflated with the fixed captions of its form as preset dictionary (published beside the keys, by number,
never changed once used) and signed as COSE_Sign1 (`cose.py`). A seal proves issue, not that a permit is still in
force: that only the register can say. Serves 민원처리법 시행령 §30① 3호 (출력한 문서의 진위확인조치).
Pure: no framework, no files, no clock.
"""

import hashlib
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates import cose
from eok.core.errors import EokError
from eok.core.keys import SigningKey

WHOLE_TEXT_LIMIT = 600
"""Bytes a seal may take with its whole text: a QR of 30 mm that still reads at 200 dpi."""
TEXT_LIMIT = 64 * 1024
RESIDENT_NO = re.compile(r"(?<!\d)\d{6}\s?-?\s?[1-8]\d{6}(?!\d)")


class SealError(EokError):
    """The seal is not ours, was changed, or cannot be made."""


@dataclass(frozen=True)
class Content:
    """What a certificate says, word for word as it is printed."""

    title: str
    number: str
    """제 2026-서울서초-00412 호"""
    document_no: str
    """문서확인번호, grouped by four."""
    fields: tuple[tuple[str, str], ...]
    """Caption and value, in the order of the form."""
    sentence: str
    issued_on: str
    """2026년 11월 26일"""
    issuer: str


@dataclass(frozen=True)
class SealKeys:
    """What is needed to read seals: public keys by 4-byte key id, dictionaries by number."""

    public: Mapping[bytes, ec.EllipticCurvePublicKey]
    dictionaries: Mapping[int, bytes]


@dataclass(frozen=True)
class Sealed:
    """A seal that was opened."""

    content: Content
    """Without fields when the text was too long for the QR; `digest` then stands for them."""
    key_id: bytes
    digest: bytes | None
    """SHA-256 of the whole text, when it was too long."""


def seal(content: Content, *, dictionary_no: int, dictionary: bytes, key: SigningKey) -> bytes:
    """The seal of `content`; over `WHOLE_TEXT_LIMIT` bytes the fields give way to their digest.

    Raises SealError for a 주민등록번호 (개인정보 보호법 §24의2①: a QR would make copying it automatic) and for control
    characters, which would blur where a field ends.
    """
    _require_sealable(content)
    whole = cose.sign([dictionary_no, _deflate(_text(content), dictionary)], key)
    if len(whole) <= WHOLE_TEXT_LIMIT:
        return whole
    essentials = _deflate(_text(replace(content, fields=())), dictionary)
    return cose.sign([dictionary_no, essentials, digest_of(content)], key)


def open_seal(data: bytes, keys: SealKeys) -> Sealed:
    """Check the signature and every rule of form, then read the text. Raises SealError."""
    try:
        value, signer = cose.verify(data, keys.public)
    except cose.MalformedError as error:
        raise _malformed() from error
    except cose.UnknownSignerError as error:
        raise SealError(
            "이 QR의 서명키를 알지 못합니다. 우리 구가 발급한 문서가 아닐 수 있습니다. 발급 기관에 물어봐 주세요."
        ) from error
    except cose.WrongSignatureError as error:
        raise SealError(
            "QR의 서명이 맞지 않습니다. 내용이 바뀌었거나 위조되었습니다. 이 문서를 믿지 말고 발급 기관에 알려 주세요."
        ) from error
    return _read(value, signer, keys.dictionaries)


def digest_of(content: Content) -> bytes:
    """What a seal carries in place of the fields when they are too long: SHA-256 of the whole text."""
    return hashlib.sha256(_text(content)).digest()


def _require_sealable(content: Content) -> None:
    fixed = (
        content.title,
        content.number,
        content.document_no,
        content.sentence,
        content.issued_on,
        content.issuer,
    )
    values = "".join(fixed) + "".join(caption + value for caption, value in content.fields)
    if any(ord(character) < 32 for character in values):
        raise SealError(
            "줄바꿈이나 제어문자는 QR에 담을 수 없습니다. 문서는 아직 발급되지 않았습니다. 그 항목을 고쳐 주세요."
        )
    if any(RESIDENT_NO.search(value) for _, value in content.fields):
        raise SealError(
            "주민등록번호는 QR에 담지 않습니다. 문서는 아직 발급되지 않았습니다. 뒷자리를 가린 값을 써 주세요."
        )


def _text(content: Content) -> bytes:
    head = (content.title, content.number, content.document_no)
    fields = (f"{caption}\t{value}" for caption, value in content.fields)
    return "\n".join((*head, *fields, content.sentence, content.issued_on, content.issuer)).encode()


def _content(text: bytes) -> Content:
    title, number, document_no, *lines, sentence, issued_on, issuer = text.decode().split("\n")
    fields = tuple((caption, value) for caption, value in (line.split("\t") for line in lines))
    return Content(title, number, document_no, fields, sentence, issued_on, issuer)


def _deflate(text: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
    return packer.compress(text) + packer.flush()


def _inflate(packed: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(-15, dictionary)
    text = unpacker.decompress(packed, TEXT_LIMIT)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not one deflate stream")
    return text


def _read(value: object, signer: bytes, dictionaries: Mapping[int, bytes]) -> Sealed:
    digest: bytes | None = None
    match value:
        case [int(number), bytes(packed)]:
            pass
        case [int(number), bytes(packed), bytes(digest)]:
            pass
        case _:
            raise _malformed()
    if number not in dictionaries:
        raise SealError(
            "이 QR의 서식을 알지 못합니다. 공개 키 목록이 오래되었을 수 있습니다. 새 목록을 받아 다시 확인해 주세요."
        )
    try:
        content = _content(_inflate(packed, dictionaries[number]))
    except (ValueError, zlib.error) as error:
        raise _malformed() from error
    return Sealed(content, signer, digest)


def _malformed() -> SealError:
    return SealError(
        "QR의 내용이 규격에 맞지 않습니다. 우리 구의 문서가 아니거나 바뀌었습니다. 발급 기관에 물어봐 주세요."
    )

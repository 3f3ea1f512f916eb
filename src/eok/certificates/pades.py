"""Signing a PDF that typst wrote: PAdES-B-B (ETSI EN 319 142-1) with DocMDP level 1, no later change allowed.

An incremental update is appended: catalogue and page again, an invisible signature field, the signature. The field
lies outside the CropBox, prints, is locked and has a name, as PDF/A-2 and PDF/UA-1 ask of a field nobody sees.
Only the exporter's own shape is accepted (classic cross-reference table, one object a line); anything else raises,
so that we never sign a file we do not understand. Whoever verifies uses another library (`verification`).
(전자정부법 §29: a signature of our own authority has not the presumption of a 행정전자서명; papers say so.)
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime

from eok.certificates.cms import CmsSigner
from eok.core.clock import SEOUL
from eok.core.errors import EokError

TRAILER = re.compile(
    rb"trailer\n<</Size (?P<size>\d+)/Root (?P<root>\d+) 0 R/Info (?P<info>\d+) 0 R/ID(?P<id>\[[^\[\]]+\])>>\n"
    rb"startxref\n(?P<xref>\d+)\n%%EOF\n?\Z"
)
CATALOGUE = re.compile(rb"\n(\d+) 0 obj\n(<</Type/Catalog/[^\n]*)>>\nendobj")
PAGE = re.compile(rb"\n(\d+) 0 obj\n(<</Type/Page/[^\n]*)>>\nendobj")
NOWHERE = b"[-10 -10 -10 -10]"
"""The rectangle of the field: empty and outside every CropBox."""
PRINT_AND_LOCKED = 132
BYTE_RANGE = b"[0 %10d %10d %10d]"


class PadesError(EokError):
    """The file is not one we may sign."""

    status = 500

    def __init__(self, detail: str) -> None:
        super().__init__(
            "문서에 전자서명을 하지 못했습니다. 문서는 발급되지 않았습니다. 잠시 뒤 다시 하거나 담당 부서에 알려 주세요."
        )
        self.detail = detail


@dataclass
class _Update:
    """Objects appended to a file, and where each begins."""

    start: int
    body: bytearray = field(default_factory=bytearray)
    offsets: dict[int, int] = field(default_factory=dict)

    def add(self, number: int, content: bytes) -> None:
        self.body += b"\n"
        self.offsets[number] = self.start + len(self.body)
        self.body += b"%d 0 obj\n%b\nendobj" % (number, content)

    def close(self, trailer: re.Match[bytes]) -> None:
        xref = self.start + len(self.body) + 1
        rows = (b"%d 1\n%010d 00000 n\r\n" % row for row in sorted(self.offsets.items()))
        parts = (
            max(self.offsets) + 1,
            trailer["root"],
            trailer["info"],
            trailer["id"],
            trailer["xref"],
            xref,
        )
        self.body += b"\nxref\n" + b"".join(rows)
        self.body += (
            b"trailer\n<</Size %d/Root %b 0 R/Info %b 0 R/ID%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % parts
        )


def sign(
    pdf: bytes, signer: CmsSigner, *, signed_at: datetime, name: str, actual_size: bool = False
) -> bytes:
    """The file with its signature appended.

    signed_at: aware; the signer's claim (/M). name: who signs, shown by viewers.
    actual_size: ask viewers to print at 100 % (the copy mark needs it). Raises PadesError.
    """
    trailer = _found(TRAILER.search(pdf[-400:]), "trailer")
    catalogue, page = _one(CATALOGUE, pdf), _one(PAGE, pdf)
    if b"/AcroForm" in catalogue[2] or b"/Annots" in page[2]:
        raise PadesError("the file has fields or annotations already")
    widget, signature = int(trailer["size"]), int(trailer["size"]) + 1
    update = _Update(len(pdf))
    update.add(int(catalogue[1]), _catalogue(catalogue[2], widget, signature, actual_size))
    update.add(int(page[1]), page[2] + b"/Annots[%d 0 R]>>" % widget)
    update.add(widget, _widget(int(page[1]), signature, name))
    update.add(signature, _signature(signer, signed_at, name))
    update.close(trailer)
    return _signed(bytearray(pdf + update.body), len(pdf), signer)


def _found(match: re.Match[bytes] | None, what: str) -> re.Match[bytes]:
    if match is None:
        raise PadesError(f"{what}: not the exporter's shape")
    return match


def _one(pattern: re.Pattern[bytes], pdf: bytes) -> re.Match[bytes]:
    """The first match: the one catalogue, or the first page, which carries the field."""
    return _found(pattern.search(pdf), pattern.pattern.decode())


def _catalogue(catalogue: bytes, widget: int, signature: int, actual_size: bool) -> bytes:
    if actual_size:
        catalogue = catalogue.replace(b"/ViewerPreferences<<", b"/ViewerPreferences<</PrintScaling/None")
    form = b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>/Perms<</DocMDP %d 0 R>>>>"
    return catalogue + form % (widget, signature)


def _widget(page: int, signature: int, name: str) -> bytes:
    parts = (page, signature, _string(f"전자서명: {name}"), PRINT_AND_LOCKED, NOWHERE)
    return b"<</Type/Annot/Subtype/Widget/FT/Sig/T(eok)/P %d 0 R/V %d 0 R/TU%b/F %d/Rect%b>>" % parts


def _signature(signer: CmsSigner, signed_at: datetime, name: str) -> bytes:
    when = signed_at.astimezone(SEOUL).strftime("D:%Y%m%d%H%M%S+09'00'").encode()
    no_change = (
        b"[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"
    )
    return (
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(%b)/Name%b/Reference%b/ByteRange%b/Contents<%b>>>"
        % (
            when,
            _string(name),
            no_change,
            BYTE_RANGE % (0, 0, 0),
            b"0" * 2 * signer.longest,
        )
    )


def _string(text: str) -> bytes:
    return b"<%b>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper().encode()


def _signed(document: bytearray, start: int, signer: CmsSigner) -> bytes:
    """Fill in the byte range, hash all but the hole, put the signature into the hole."""
    hole = document.index(b"/Contents<", start) + len(b"/Contents")
    end = document.index(b">", hole) + 1
    span = document.index(b"/ByteRange", start) + len(b"/ByteRange")
    filled = BYTE_RANGE % (hole, end, len(document) - end)
    document[span : span + len(filled)] = filled
    digest = hashlib.sha256(document[:hole])
    digest.update(document[end:])
    cms = signer.sign(digest.digest()).hex().encode()
    document[hole + 1 : hole + 1 + len(cms)] = cms
    return bytes(document)

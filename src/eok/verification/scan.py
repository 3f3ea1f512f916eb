"""Finding our seal in a PDF, a scan or a photograph: QR symbols whose text is an address of ours and digits.

What is opened here comes from strangers: sizes are bounded before anything is decoded. Which district's address
stands before the # does not matter; whose key signed the seal does.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from eok.papers import apart
from eok.papers.apart import TooHeavyError
from eok.verification.errors import UnreadableFileError

PDF_LIMIT = 5 * 1024 * 1024
"""Bytes; a certificate with long-term evidence has under 200 KB."""
PICTURE_LIMIT = 20 * 1024 * 1024
PIXEL_LIMIT = 60_000_000
SIDE_LIMIT = 65_535
"""Dots; what looks for seals takes no more."""
PAGE_LIMIT = 20
SCAN_DPI = 200
LONGEST_SIDE = 4000
"""Pixels a page is drawn with at most."""
QR = zxingcpp.barcode_formats_from_str("QRCode")
SEAL_ADDRESS = re.compile(r"https?://\S{1,200}/s#([1-9]\d{100,4000})")


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def seal_in_address(address: str) -> bytes | None:
    """The seal in the text of our QR, `https://…/s#` and digits; None when it is no such address."""
    found = SEAL_ADDRESS.fullmatch(address)
    if found is None:
        return None
    number = int(found[1])
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def seals_in_picture(data: bytes) -> tuple[bytes, ...]:
    """The different seals in a PNG or JPEG. Raises UnreadableFileError."""
    if len(data) > PICTURE_LIMIT:
        raise UnreadableFileError("사진이 20MB를 넘습니다.")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) > SIDE_LIMIT or picture.width * picture.height > PIXEL_LIMIT:
                raise UnreadableFileError("사진의 화소가 너무 많습니다.")
            grey = picture.convert("L")
    except (
        UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError
    ) as error:  # fmt: skip
        raise UnreadableFileError("PDF도 사진(PNG, JPEG)도 아니거나 깨진 파일입니다.") from error
    return _seals((grey,))


@dataclass(frozen=True)
class Read:
    """What stands on the pages of a PDF."""

    seals: tuple[bytes, ...]
    """The different seals."""
    text: str
    """What the pages say, in the order they were set."""


def read_pdf(data: bytes) -> Read:
    """Drawn and read in a process of its own. Raises UnreadableFileError."""
    try:
        said = json.loads(apart.call("eok.verification.scan:read_apart", data))
    except TooHeavyError as error:
        raise UnreadableFileError("PDF를 읽지 못했습니다. 너무 복잡하거나 깨졌습니다.") from error
    if "refused" in said:
        raise UnreadableFileError(said["refused"])
    return Read(tuple(bytes.fromhex(seal) for seal in said["seals"]), said["text"])


def read_apart(data: bytes) -> bytes:
    """The other side of `read_pdf`; what it answers is JSON."""
    try:
        with _document(data) as document:
            seals = _seals(_drawn(page) for page in document)
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
    except UnreadableFileError as error:
        return json.dumps({"refused": error.why}).encode()
    return json.dumps({"seals": [seal.hex() for seal in seals], "text": text}).encode()


@contextmanager
def _document(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError("PDF가 깨졌거나 암호가 걸려 있습니다.") from error
    try:
        if len(document) > PAGE_LIMIT:
            raise UnreadableFileError(f"PDF가 {PAGE_LIMIT}쪽을 넘습니다.")
        yield document
    except pypdfium2.PdfiumError as error:
        raise UnreadableFileError("PDF의 쪽을 읽지 못했습니다.") from error
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    scale = min(SCAN_DPI / 72, LONGEST_SIDE / max(*page.get_size(), 1))
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _seals(pictures: Iterator[Image.Image] | tuple[Image.Image, ...]) -> tuple[bytes, ...]:
    symbols = (s for picture in pictures for s in zxingcpp.read_barcodes(picture, QR))
    found = (seal_in_address(symbol.text) for symbol in symbols)
    return tuple(dict.fromkeys(seal for seal in found if seal))

"""Look at a file before it is kept: what it really is, whether it opens, how many pages it has.

What a file claims to be (name, declared type) is never believed; the bytes are looked at (libmagic).
"""

import io
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

import magic
import pi_heif
import pypdfium2
from PIL import Image, UnidentifiedImageError

from eok.papers.errors import UnusableFileError

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 300
MAX_PIXELS = 50_000_000
"""A photo of 48 megapixels has 8,064 × 6,048 dots; in memory that is 150 MB."""
MAX_NAME = 120

TYPES = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic", ".heif"),
    "image/heif": (".heic", ".heif"),
}
"""What is taken, and the endings it may have."""

UNREADABLE = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, EOFError, struct.error,
)  # fmt: skip
"""How Pillow says that a picture is broken; SyntaxError for a chunk after the dots that is none."""

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
pi_heif.register_heif_opener()


@dataclass(frozen=True)
class Inspected:
    media_type: str
    pages: int
    name: str
    """Cleaned: no path, no control characters, NFC, at most 120 characters."""


def inspect(name: str, content: bytes) -> Inspected:
    """Raises UnusableFileError with the reason and what to do."""
    if not content:
        raise UnusableFileError(
            "내용이 없는 빈 파일(0바이트)입니다.", "파일이 제대로 저장됐는지 열어 보고 다시 올려 주세요."
        )
    if len(content) > MAX_BYTES:
        raise UnusableFileError(
            f"파일이 {len(content) / 1024 / 1024:.0f}MB로 너무 큽니다.",
            "20MB 아래로 줄이거나 나누어 올려 주세요.",
        )
    media_type = magic.from_buffer(content[:8192], mime=True)
    if media_type not in TYPES:
        raise UnusableFileError(
            "PDF나 사진(JPG, PNG, HEIC)이 아닙니다.", "PDF나 사진으로 바꾸어 올려 주세요."
        )
    cleaned = clean_name(name)
    if PurePath(cleaned).suffix.lower() not in TYPES[media_type]:
        raise UnusableFileError(
            "파일 이름의 끝과 실제 내용이 다릅니다.", "올바른 파일인지 확인하고 이름을 고쳐 다시 올려 주세요."
        )
    pages = _pdf_pages(content) if media_type == "application/pdf" else _image_opens(content)
    return Inspected(media_type, pages, cleaned)


def clean_name(name: str) -> str:
    """The name as it may be shown."""
    base = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    shown = "".join(c for c in base if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = shown.rpartition(".")
    return f"{stem[: MAX_NAME - len(ending) - 1]}{dot}{ending}" if dot else shown[:MAX_NAME]


def _pdf_pages(content: bytes) -> int:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnusableFileError(
            "PDF를 열 수 없습니다. 암호가 걸려 있거나 파일이 깨졌습니다.",
            "암호를 풀거나 다시 저장해 올려 주세요.",
        ) from error
    pages = len(document)
    document.close()
    if not 1 <= pages <= MAX_PAGES:
        raise UnusableFileError(
            f"PDF가 {pages}쪽입니다.", f"1쪽에서 {MAX_PAGES}쪽 사이로 나누어 올려 주세요."
        )
    return pages


def _image_opens(content: bytes) -> int:
    """The size is read from the head and held against the limit before a single dot is unpacked."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            _refuse_large(image.width * image.height)
            image.load()
    except Image.DecompressionBombError as error:
        raise _too_many_dots("지나치게 많아") from error
    except UNREADABLE as error:
        raise UnusableFileError("사진을 열 수 없습니다.", "다시 찍거나 다른 파일로 올려 주세요.") from error
    return 1


def _refuse_large(dots: int) -> None:
    if dots > MAX_PIXELS:
        raise _too_many_dots(f"약 {dots // 10_000:,}만으로")


def _too_many_dots(how: str) -> UnusableFileError:
    return UnusableFileError(
        f"사진의 화소가 {how} 너무 큽니다.",
        f"{MAX_PIXELS // 10_000:,}만 화소 아래로 다시 찍거나 줄여 올려 주세요.",
    )

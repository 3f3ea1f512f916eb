"""Pictures that want to harm or to hang."""

import io
import struct
import zlib
from collections.abc import Mapping

import pi_heif
from PIL import Image

pi_heif.register_heif_opener()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, data: bytes = b"", *extra: bytes) -> bytes:
    """A PNG that claims a size; its data need not fill it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def saved(kind: str, side: tuple[int, int] = (40, 30), **facts: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", side, "white").save(out, kind, **facts)
    return out.getvalue()


def tall_jpeg() -> bytes:
    """A small JPEG that claims 65,500 lines."""
    good = saved("JPEG")
    at = good.index(b"\xff\xc0") + 5
    return good[:at] + struct.pack(">HH", 65_500, 65_500) + good[at + 4 :]


def pictures() -> Mapping[str, bytes]:
    good_png, good_jpeg = saved("PNG"), saved("JPEG")
    rows = zlib.compress(b"\0" * (8_900 * 8_901), 9)
    return {
        "good png": good_png,
        "good jpeg": good_jpeg,
        "png claims 2^31": png(2**31 - 1, 2**31 - 1),
        "png claims no size": png(0, 0),
        "png just under the limit": png(8_900, 8_900, rows),
        "png over the limit": png(30_000, 30_000, rows),
        "png of one line": png(49_000_000, 1, zlib.compress(b"\0" * 49_000_001, 9)),
        "png unpacks to more": png(10, 10, zlib.compress(b"\0" * 60_000_000, 1)),
        "png text bomb": png(
            10,
            10,
            zlib.compress(b"\0" * 110),
            chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 60_000_000, 1)),
        ),
        "png colours bomb": png(
            10,
            10,
            zlib.compress(b"\0" * 110),
            chunk(b"iCCP", b"a\0\0" + zlib.compress(b"x" * 60_000_000, 1)),
        ),
        "png cut": good_png[: len(good_png) // 2],
        "png with a broken end": png(100, 100, zlib.compress(bytes(range(200)) * 60)[:40])[:-12]
        + b"\0\0\0\x09\x08\x03 \xb5"
        + b"\0" * 40,
        "png and web page": good_png + b"<script>alert(1)</script>",
        "jpeg cut": good_jpeg[: len(good_jpeg) // 2],
        "jpeg tall": tall_jpeg(),
        "jpeg and archive": good_jpeg + b"PK\x03\x04" + b"\0" * 30,
        "jpeg with a page": good_jpeg[:2]
        + b"\xff\xfe\x00\x20%PDF-1.7 <script>alert(1)</script"
        + good_jpeg[2:],
        "jpeg endless marks": b"\xff\xd8" + b"\xff\xe0\x00\x02" * 100_000,
        "jpeg odd exif": saved("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
        "gif": saved("GIF"),
        "tiff": saved("TIFF"),
        "webp": saved("WEBP"),
        "bmp": saved("BMP"),
        "heic head": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64,
        "heic noise": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(range(256)) * 30,
        "heic deep": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\xff\xffmeta\0\0\0\0" * 5_000,
    }

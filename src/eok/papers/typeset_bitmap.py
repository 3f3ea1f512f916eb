"""Grey bitmaps for papers, and QR symbols as such (ISO/IEC 18004), one pixel a module."""

from dataclasses import dataclass
from typing import Any

import zxingcpp

from eok.core.errors import InvalidError


@dataclass(frozen=True)
class Bitmap:
    """An 8-bit grey picture, row by row from the top; 0 is black."""

    width: int
    height: int
    pixels: bytes


def qr(text: str) -> Bitmap:
    """A QR symbol of error level M, without its quiet zone: the sheet leaves four modules white around it.

    Digits are packed three to ten bits. Raises InvalidError when the text is longer than a QR can be.
    """
    try:
        symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    except ValueError as error:
        raise InvalidError(
            "QR에 담기에는 내용이 너무 깁니다. 이대로는 QR을 만들 수 없습니다. 내용을 줄여 주세요."
        ) from error
    image: Any = symbol.to_image(scale=1, add_quiet_zones=False)  # a buffer, though its type does not say so
    height, width = image.shape[:2]
    return Bitmap(width, height, bytes(memoryview(image).cast("B")))

"""QR symbols: what is written is read back, by our library and by an independent one's reckoning."""

import pytest
import segno
import zxingcpp
from PIL import Image

from eok.core.errors import InvalidError
from eok.papers.typeset_bitmap import Bitmap, qr


def read(symbol: Bitmap) -> str:
    picture = Image.frombytes("L", (symbol.width, symbol.height), symbol.pixels)
    with_margin = Image.new("L", (symbol.width + 8, symbol.height + 8), 255)
    with_margin.paste(picture, (4, 4))
    (found,) = zxingcpp.read_barcodes(
        with_margin.resize((with_margin.width * 4,) * 2, Image.Resampling.NEAREST)
    )
    return found.text


def test_an_address_is_read_back() -> None:
    address = "http://127.0.0.1:8000/my/cases/2026-004102"

    assert read(qr(address)) == address


def test_digits_behind_an_address_are_packed() -> None:
    """A second library agrees on the size: about 250 bytes as digits stay within 65 modules."""
    address = "https://eok.example/s#" + "4827109355617204" * 38

    symbol = qr(address)

    independent = segno.make_qr(address, error="m", boost_error=False)
    assert symbol.width == symbol.height == 65
    assert symbol.width <= independent.symbol_size(border=0)[0]
    assert read(symbol) == address


def test_more_than_a_qr_can_hold_is_refused() -> None:
    with pytest.raises(InvalidError):
        qr("가" * 4000)

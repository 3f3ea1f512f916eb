"""A photograph or scan of a paper: its seal is read at home scanners' resolutions, turned, blurred and copied."""

import io
import random
from functools import cache

import pypdfium2
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from eok.certificates import authority
from eok.certificates.render import Rendition, seal_url
from eok.papers.typeset_bitmap import qr
from eok.verification import scan
from eok.verification.errors import UnreadableFileError
from eok.verification.offline import COMPARE, verify_file, verify_seal
from tests.certificates import issued


@cache
def drawn(dpi: int) -> Image.Image:
    page = pypdfium2.PdfDocument(issued.pdf(Rendition.PRINT))[0]
    image: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return image


def as_file(picture: Image.Image, kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=50)
    return out.getvalue()


def scanned(dpi: int, dice: random.Random, *, copied: bool) -> bytes:
    """The printed sheet's lower right part (600 dpi), photocopied or not, scanned askew with blur, and saved as JPEG of quality 50."""
    sheet = drawn(600)
    page = sheet.crop((sheet.width * 6 // 10, sheet.height * 3 // 4, sheet.width, sheet.height))
    if copied:
        page = page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS)
        page = ImageEnhance.Contrast(page.filter(ImageFilter.UnsharpMask(2, 150))).enhance(1.8)
    scale = dpi / (300 if copied else 600) * dice.uniform(0.98, 1.02)
    askew = page.rotate(dice.uniform(-3, 3), Image.Resampling.BICUBIC, fillcolor=255)
    size = round(askew.width * scale), round(askew.height * scale)
    return as_file(askew.resize(size, Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(0.55)))


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_the_seal_is_read_from_a_clean_picture(dpi: int) -> None:
    assert (
        scan.seals_in_picture(as_file(drawn(dpi), "PNG")) == scan.read_pdf(issued.pdf(Rendition.PRINT)).seals
    )


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("dpi", [150, 200])
def test_the_seal_is_read_from_scans_and_photocopies(dpi: int, copied: bool) -> None:
    dice = random.Random(dpi)

    read = [bool(scan.seals_in_picture(scanned(dpi, dice, copied=copied))) for _ in range(6)]

    assert all(read)


def test_a_good_picture_is_valid_and_asks_to_compare() -> None:
    report = verify_file(as_file(drawn(200)), authority.published_keys())

    assert report.valid
    assert COMPARE in report.reasons
    assert report.document["kind"] == "picture"
    assert report.document["number"] == "제 2026-서울서초-00412 호"


def test_a_picture_without_our_qr_is_not_valid() -> None:
    report = verify_file(as_file(Image.new("L", (400, 300), 255)), authority.published_keys())

    assert not report.valid
    assert "QR을 찾지 못했습니다" in report.reasons[0]


def test_two_papers_in_one_picture_are_not_judged() -> None:
    desk = Image.new("L", (1100, 600), 255)
    for place, name in ((60, "가게"), (580, "다른 가게")):
        symbol = qr(seal_url("http://eok.example", issued.composed(name=name).seal))
        picture = Image.frombytes("L", (symbol.width, symbol.height), symbol.pixels)
        desk.paste(picture.resize((symbol.width * 7,) * 2, Image.Resampling.NEAREST), (place, 60))

    report = verify_file(as_file(desk, "PNG"), authority.published_keys())

    assert not report.valid
    assert "둘 이상" in report.reasons[0]


def test_a_seal_alone_is_told_like_a_picture() -> None:
    report = verify_seal(issued.composed().seal, authority.published_keys())

    assert report.valid
    assert report.document["kind"] == "seal"


def test_an_address_gives_its_seal_and_nothing_else_does() -> None:
    seal = issued.composed().seal

    assert scan.seal_in_address(seal_url("https://eok.example", seal)) == seal
    for address in (
        "",
        "https://eok.example/s#",
        "https://eok.example/s#12x",
        "https://eok.example/t#" + "1" * 300,
    ):
        assert scan.seal_in_address(address) is None


def test_a_changed_seal_is_not_valid() -> None:
    seal = bytearray(issued.composed().seal)
    seal[-1] ^= 1

    assert not verify_seal(bytes(seal), authority.published_keys()).valid


def test_a_picture_beyond_all_size_is_not_opened() -> None:
    with pytest.raises(UnreadableFileError, match="화소"):
        scan.seals_in_picture(as_file(Image.new("1", (9000, 8000)), "PNG"))
    with pytest.raises(UnreadableFileError, match="20MB"):
        scan.seals_in_picture(b"\x89PNG" + b"0" * (21 * 1024 * 1024))

"""The copy mark: ground and word of the same tone, at the size they are printed, in two independent rasterisers."""

import io
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from eok.certificates.frame import CELL, WORD, copy_tile, ornament
from eok.certificates.render import Rendition
from tests.certificates import issued

DPI = 600
PATCH = (685, 7014 - 6283, 432, 144)
"""The test patch: left and top in dots from the lower left corner of the sheet, width, height."""


def ink(page: Image.Image) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    left, above, width, height = PATCH
    top = page.height - above
    return 1 - np.asarray(page.convert("L").crop((left, top, left + width, top + height))) / 255


def tones(page: Image.Image) -> tuple[float, float]:
    """Share of ink in the ground and in the word."""
    word = np.kron(
        np.array([[mark == "#" for mark in row] for row in WORD]), np.ones((CELL, CELL), dtype=bool)
    )
    found = ink(page)
    return float(found[~word].mean()), float(found[word].mean())


def assert_balanced(page: Image.Image) -> None:
    """Nominal tones are 11.1 % and 9.8 %: equal to the eye once ink has spread."""
    ground, word = tones(page)
    assert 0.10 < ground < 0.125
    assert 0.085 < word < 0.115
    assert abs(ground - word) < 0.02


def test_tones_balance_as_pdfium_draws_them() -> None:
    page = pypdfium2.PdfDocument(issued.pdf(Rendition.PRINT))[0]

    assert_balanced(page.render(scale=DPI / 72, grayscale=True).to_pil())


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("mode", ["-gray", "-mono"])
def test_tones_balance_as_poppler_draws_them(mode: str, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(issued.pdf(Rendition.PRINT))

    subprocess.run(
        ["pdftoppm", "-r", str(DPI), mode, "paper.pdf", "page"], cwd=tmp_path, check=True, timeout=60
    )

    (drawn,) = tmp_path.glob("page-*")
    assert_balanced(Image.open(drawn))


def test_a_copy_that_loses_the_fine_dots_shows_the_word() -> None:
    """A copier's lens blurs by a twentieth of a millimetre, scans at 300 dpi and prints with steep contrast."""
    tile = Image.open(io.BytesIO(copy_tile(word=True))).convert("L").filter(ImageFilter.GaussianBlur(1.2))
    scanned = np.asarray(tile.resize((tile.width // 2, tile.height // 2), Image.Resampling.BOX))

    copied = (scanned < 120).astype(float)

    word = np.kron(
        np.array([[mark == "#" for mark in row] for row in WORD]), np.ones((CELL // 2, CELL // 2), dtype=bool)
    )
    assert copied[word].mean() - copied[~word].mean() >= 0.035


def test_plain_tiles_have_no_word() -> None:
    plain = Image.open(io.BytesIO(copy_tile(word=False)))

    assert plain.size == (432, 144)
    assert 1 - np.asarray(plain).mean() == pytest.approx(4 / 36)


def test_the_ornament_is_small_and_drawn_once() -> None:
    assert len(ornament()) < 8 * 1024
    assert ornament() is ornament()

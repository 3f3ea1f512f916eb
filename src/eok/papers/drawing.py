"""Draws one page of a PDF or a photo as PNG. Runs apart (`apart.py`): it knows nothing of the house."""

import io

import pi_heif
import pypdfium2
from PIL import Image, ImageOps

MAX_PIXELS = 80_000_000
TALLEST = 8
"""Times its width a page may be high; what is longer is cut to a picture that can be held."""


def draw(content: bytes, page: str, width: str) -> bytes:
    """page: from 1, or empty for a photo. width: pixels at most."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    image = _pdf_page(content, int(page), int(width)) if page else _photo(content, int(width))
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _pdf_page(content: bytes, page: int, width: int) -> Image.Image:
    sheet = pypdfium2.PdfDocument(content)[page - 1]
    across, down = sheet.get_size()
    scale = min(width / max(across, 1), width * TALLEST / max(down, 1))
    drawn: Image.Image = sheet.render(scale=scale).to_pil()
    return drawn


def _photo(content: bytes, width: int) -> Image.Image:
    pi_heif.register_heif_opener()
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    image.thumbnail((width, width * TALLEST))
    return image

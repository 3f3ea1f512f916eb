"""Show an upload as images: what is inside can't run, whatever it is."""

import io

import pypdfium2
from PIL import Image, ImageOps

from eok.core.errors import NotFoundError
from eok.papers import queries
from eok.papers.models import Upload

MAX_WIDTH = 1600


def page_png(upload: Upload, page: int, *, width: int = 1000) -> bytes:
    """One page, from 1, as PNG at most `width` pixels wide. Raises NotFoundError beyond the last."""
    if not 1 <= page <= upload.pages:
        raise NotFoundError(
            "그런 쪽이 없습니다. 파일은 처음부터 끝까지 그대로 있습니다. 쪽 번호를 확인해 주세요."
        )
    content = queries.content(upload)
    width = min(max(width, 100), MAX_WIDTH)
    image = (
        _pdf_page(content, page, width) if upload.media_type == "application/pdf" else _photo(content, width)
    )
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _pdf_page(content: bytes, page: int, width: int) -> Image.Image:
    document = pypdfium2.PdfDocument(content)
    try:
        sheet = document[page - 1]
        drawn: Image.Image = sheet.render(scale=width / sheet.get_width()).to_pil()
        return drawn
    finally:
        document.close()


def _photo(content: bytes, width: int) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    if image.width > width:
        image = image.resize((width, max(1, round(image.height * width / image.width))))
    return image

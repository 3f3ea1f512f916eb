"""Papers as PDF/A-2a and PDF/UA-1, drawn by typst in this process.

A paper is a template of the data folder (`papers/*.typ`, `certificates/*.typ`) that exports `sheet(data)`, and plain
values. Values reach it as one JSON text inside one string literal, so nothing a person typed is ever markup.
Fonts and compiler stay warm, one per process: a page costs a few milliseconds.
(전자문서 및 전자거래 기본법: a document that stays readable and as it was made counts as written.)
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from threading import Lock
from types import MappingProxyType

import typst
from django.conf import settings

from eok.core import clock
from eok.papers import fonts
from eok.papers.typeset_bitmap import Bitmap
from eok.papers.typeset_errors import OverfullError, TypesetError, UnprintableError

TOO_LONG = "too long"
"""A template that finds no room asserts with a message that begins so."""

Image = bytes | Bitmap
NO_IMAGES: Mapping[str, Image] = MappingProxyType({})

_one_at_a_time = Lock()


def render(
    template: str,
    data: Mapping[str, object],
    *,
    images: Mapping[str, Image] = NO_IMAGES,
    made_at: datetime | None = None,
) -> bytes:
    """The finished PDF of `template` (as `papers/receipt`), tagged, fonts embedded.

    data: strings, numbers, lists, mappings; the template says which. images: PNG, SVG or Bitmap by name.
    made_at: aware; the date the document bears, now when left out.
    Raises UnprintableError, OverfullError (the text), TypesetError (us), FontsMissingError (the machine).
    """
    missing = fonts.unprintable("".join(sorted(set("".join(_strings(data))))))
    if missing:
        raise UnprintableError(missing)
    when = made_at or clock.now()
    day = when.astimezone(clock.SEOUL)
    values = {
        **data,
        "made_on": [day.year, day.month, day.day],
        "images": {n: _plain(i) for n, i in images.items()},
    }
    return mark_labels(_compile(template, values, when))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _plain(image: Image) -> object:
    if isinstance(image, Bitmap):
        return {"width": image.width, "height": image.height, "pixels": list(image.pixels)}
    return image.decode() if image.startswith(b"<svg") else list(image)


def _compile(template: str, values: Mapping[str, object], when: datetime) -> bytes:
    literal = json.dumps(json.dumps(values, ensure_ascii=False), ensure_ascii=False)
    source = f'#import "/{template}.typ": sheet\n#sheet(json(bytes({literal})))\n'.encode()
    with _one_at_a_time:
        try:
            pdf = _compiler().compile(
                source, format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=int(when.timestamp())
            )
        except typst.TypstError as error:
            raise _failure(template, error) from error
    assert isinstance(pdf, bytes)
    return pdf


def _failure(template: str, error: typst.TypstError) -> OverfullError | TypesetError:
    if TOO_LONG in error.message:
        return OverfullError(
            "적은 내용이 문서 한 장에 들어가지 않습니다. 이대로는 발급할 수 없습니다. 긴 항목을 줄여 주세요."
        )
    return TypesetError(template, error.message)


@cache
def _compiler() -> typst.Compiler:
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts.folders())
    return typst.Compiler(root=settings.EOK_DATA_DIR.resolve(), font_paths=faces, ignore_system_fonts=True)


ELEMENT = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem/S/(?:Strong|TD)/P (\d+) 0 R[^\n]*")
WHOLE_CELL = rb"/K[%d 0 R]"


def mark_labels(pdf: bytes) -> bytes:
    """Make a header cell with scope of every table cell whose whole content is `strong`.

    The exporter writes TD for labels at the side (typst 0.15: `pdf.header-cell` can't be switched on through the
    binding). Both replacements keep the length, so no offset moves. Raises TypesetError when the exporter's
    spelling changed, so that an untagged label is never issued.
    """
    elements = {int(found[1]): found for found in ELEMENT.finditer(pdf)}
    marked = bytearray(pdf)
    for number, element in elements.items():
        cell = elements.get(int(element[2]))
        if b"/S/Strong/" in element[0] and cell and WHOLE_CELL % number in cell[0]:
            marked[slice(*cell.span())] = _as_header(cell[0])
    return bytes(marked)


def _as_header(cell: bytes) -> bytes:
    if cell.count(b"/S/TD/") != 1 or cell.count(b"/Headers[]") != 1:
        raise TypesetError("mark_labels", "a label cell is not spelled as expected")
    return cell.replace(b"/S/TD/", b"/S/TH/").replace(b"/Headers[]", b"/Scope/Row")

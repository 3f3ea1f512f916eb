"""A certificate of an invented shop, as the tests of this folder and of verification issue it."""

import io
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from eok.certificates.render import Composed, Facts, Office, Rendition, compose, draw
from eok.core.clock import SEOUL

KIND = "mail-order-certificate"
AT = datetime(2026, 11, 26, 14, 32, 7, tzinfo=SEOUL)
OFFICE = Office("http://127.0.0.1:8000", "서초구 시범민원실 02-0000-0000(평일 9시~18시)")
VALUES = {
    "name": "모아담상점",
    "representative": "서하린",
    "birth_date": "1988년 2월 14일",
    "premises": "서울특별시 서초구 시범대로 12, 3층 301호(시범동)",
    "email": "help@moadam.example",
    "domain": "moadam.example",
    "filed_on": "2026년 11월 17일",
}
LONGEST = {
    "name": "가나" * 30,
    "representative": "다라" * 30,
    "birth_date": "1988년 2월 14일",
    "premises": "서울특별시 서초구 " + "시범대로-" * 22,
    "email": "h" * 112 + "@ex.com",
    "domain": "m" * 192 + ".example",
    "host_server": "서울특별시 " * 19,
    "filed_on": "2026년 11월 17일",
}


def facts(values: Mapping[str, str] = VALUES) -> Facts:
    return Facts("2026-서울서초-00412", "4827109355617209", values, AT, "서초구청장")


def composed(**changes: str) -> Composed:
    return compose(KIND, facts({**VALUES, **changes}))


@cache
def pdf(rendition: Rendition = Rendition.ELECTRONIC) -> bytes:
    """The reference certificate, signed."""
    return draw(composed(), rendition, OFFICE, at=AT)


def with_a_later_revision(signed: bytes) -> bytes:
    """The same file with its language changed in an appended revision, as an editor would save it."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(signed))  # the library does not type its methods
    writer.root["/Lang"] = pdf_string("en-US")
    writer.update_root()
    revised = io.BytesIO()
    writer.write(revised)
    return revised.getvalue()

"""The largest photo and the longest PDF that are taken, and one step beyond: a sentence, before a dot is unpacked."""

import io

import pikepdf
import pytest

from eok.papers.errors import UnusableFileError
from eok.papers.inspection import MAX_BYTES, MAX_PAGES, MAX_PIXELS, TYPES, inspect
from tests.hostile.pictures import png, saved
from tests.house.repository import document, section


def pdf(pages: int) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 200))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_photo_of_48_megapixels_is_taken() -> None:
    assert inspect("a.jpg", saved("JPEG", (8_064, 6_048))).pages == 1


def test_300_pages_are_taken_and_301_are_not() -> None:
    assert inspect("a.pdf", pdf(300)).pages == 300

    with pytest.raises(UnusableFileError, match=r"PDF가 301쪽입니다\. .*1쪽에서 300쪽 사이로"):
        inspect("a.pdf", pdf(301))


@pytest.mark.parametrize(
    ("side", "said"), [((7_072, 7_072), "약 5,001만으로"), ((60_000, 60_000), "지나치게 많아")]
)
def test_more_dots_are_refused_by_what_the_head_claims(side: tuple[int, int], said: str) -> None:
    """The file itself holds no dots: had it been unpacked, it would be called broken."""
    with pytest.raises(UnusableFileError, match=f"사진의 화소가 {said} 너무 큽니다.*5,000만 화소 아래로"):
        inspect("a.png", png(*side))


def test_the_limits_are_written_down() -> None:
    """OWASP ASVS 5 V5.1.1."""
    written = section(document("docs/data-model.md"), "Files people put up")

    limits = (f"{MAX_BYTES // 1024 // 1024} MB", f"| {MAX_PAGES} |", f"{MAX_PIXELS:,}")
    kinds = {kind.split("/")[1].upper() for kind in TYPES}
    assert [one for one in (*limits, *kinds) if one not in written] == []

"""What a screen reader and an archive find in a paper: tags, language, title, embedded fonts, standards claimed.

No validator of PDF/A is at hand here; these counts are what we can check ourselves.
"""

import io
from collections import Counter
from datetime import datetime

import pikepdf
import pytest

from eok.core.clock import SEOUL
from eok.papers import typeset
from eok.papers.typeset_errors import TypesetError
from eok.papers.typeset_receipt import Receipt, receipt

AT = datetime(2026, 11, 18, 9, 0, tzinfo=SEOUL)
RECEIPT = Receipt(
    receipt_no="2026-004102",
    application_no="S-2026-117-08714",
    service="통신판매업 신고",
    applicant="서하린(모아담상점)",
    accepted="2026년 11월 18일(수) 09:00",
    due="2026년 11월 20일(금) 18:00",
    due_note="처리기간 3일(근무시간 24시간). 보완하는 기간은 넣지 않습니다.",
    office="일자리경제과 박지훈",
    office_note="02-0000-0000 · 평일 9시~18시",
    guidance=("2026년 11월 17일(화) 21:40에 신청하셨습니다.", "처리 상황은 문자로 알려 드립니다."),
    issued_at=AT,
    issuer="서초구청장",
    case_url="http://127.0.0.1:8000/my/cases/2026-004102",
    sample=True,
)


@pytest.fixture(scope="module")
def paper() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(receipt(RECEIPT)))


def tags(paper: pikepdf.Pdf) -> Counter[str]:
    return Counter(
        str(entry.S)[1:]
        for entry in paper.objects
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/StructElem"
    )


def test_each_label_is_a_header_cell_of_its_row(paper: pikepdf.Pdf) -> None:
    cells = [o for o in paper.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]

    assert len(cells) == 6
    assert all(cell.A[0].Scope == "/Row" for cell in cells)
    assert tags(paper)["TD"] == 6


def test_headings_lists_and_figures_are_tagged(paper: pikepdf.Pdf) -> None:
    found = tags(paper)

    assert (found["H1"], found["Table"], found["L"], found["LI"], found["Figure"]) == (1, 1, 1, 2, 1)


def test_the_qr_has_a_text_in_its_place(paper: pikepdf.Pdf) -> None:
    figures = [o for o in paper.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]

    assert str(figures[0].Alt) == "이 민원의 처리 상황을 보는 주소가 담긴 QR"


def test_language_title_and_standards_are_named(paper: pikepdf.Pdf) -> None:
    about = str(paper.Root.Metadata.read_bytes(), "utf-8")

    assert str(paper.Root.Lang) == "ko-KR"
    assert bool(paper.Root.MarkInfo.Marked)
    assert bool(paper.Root.ViewerPreferences.DisplayDocTitle)
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "접수증" in about


def test_every_font_is_embedded(paper: pikepdf.Pdf) -> None:
    fonts = [
        o for o in paper.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
    ]

    assert {"NanumMyeongjo", "NanumGothic"} <= {str(font.FontName).split("+")[1] for font in fonts}
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_same_facts_make_the_same_bytes() -> None:
    assert receipt(RECEIPT) == receipt(RECEIPT)


def test_marking_labels_moves_nothing() -> None:
    cell = b"\n8 0 obj\n<</Type/StructElem/S/TD/P 9 0 R/A[<</O/Table/Headers[]>>]/K[7 0 R]>>\nendobj"
    label = b"\n7 0 obj\n<</Type/StructElem/S/Strong/P 8 0 R/K[0]/Pg 1 0 R>>\nendobj"
    other = b"\n6 0 obj\n<</Type/StructElem/S/TD/P 9 0 R/A[<</O/Table/Headers[]>>]/K[3]>>\nendobj"

    marked = typeset.mark_labels(other + label + cell)

    assert len(marked) == len(other + label + cell)
    assert marked == other + label + cell.replace(b"/S/TD/", b"/S/TH/").replace(b"/Headers[]", b"/Scope/Row")


def test_a_label_the_exporter_spells_otherwise_is_an_error() -> None:
    cell = b"\n8 0 obj\n<</Type/StructElem/S/TD/P 9 0 R/A[<</O/Table>>]/K[7 0 R]>>\nendobj"
    label = b"\n7 0 obj\n<</Type/StructElem/S/Strong/P 8 0 R/K[0]/Pg 1 0 R>>\nendobj"

    with pytest.raises(TypesetError):
        typeset.mark_labels(label + cell)

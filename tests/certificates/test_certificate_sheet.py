"""The finished certificate: what it says, how large it is, what a reader of tags finds, in both renditions."""

import io

import pikepdf
import pypdfium2
import pytest

from eok.certificates import authority
from eok.certificates.definitions import certificate, certificates
from eok.certificates.errors import DefinitionError, FieldError
from eok.certificates.render import Rendition, compose, draw, seal_url
from eok.certificates.values import problems
from eok.papers.typeset_bitmap import qr
from eok.papers.typeset_errors import UnprintableError
from tests.certificates import issued

KB = 1024


def text(pdf: bytes) -> str:
    return "".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("rendition", list(Rendition))
def test_it_says_what_was_given(rendition: Rendition) -> None:
    page = text(issued.pdf(rendition))

    for words in (
        "통신판매업신고증",
        "제2026-서울서초-00412호",
        "문서확인번호4827-1093-5561-7209",
        "상호:모아담상점",
        "사업장소재지:서울특별시서초구시범대로12,3층301호(시범동)",
        "호스트서버소재지:신고증을받은날부터30일안에보완",  # 전자상거래법 시행규칙 §8①
        "2026년11월26일서초구청장",
        "견본",
        "관인자리(시험용)",
    ):
        assert words in page


def test_each_rendition_says_what_it_is() -> None:
    printed, electronic = text(issued.pdf(Rendition.PRINT)), text(issued.pdf(Rendition.ELECTRONIC))

    assert "출력본" in printed
    assert "1회째출력" in printed
    assert "전자문서원본" in electronic
    assert "종이신고증을갈음합니다" in electronic  # 전자정부법 시행령 §24③
    assert "사본" not in electronic


def test_only_the_print_asks_for_its_actual_size() -> None:
    def scaling(rendition: Rendition) -> object:
        with pikepdf.open(io.BytesIO(issued.pdf(rendition))) as pdf:
            return pdf.Root.ViewerPreferences.get("/PrintScaling")

    assert scaling(Rendition.PRINT) == "/None"
    assert scaling(Rendition.ELECTRONIC) is None


@pytest.mark.parametrize("rendition", list(Rendition))
def test_each_caption_is_a_header_cell_and_each_figure_has_a_text(rendition: Rendition) -> None:
    pdf = pikepdf.open(io.BytesIO(issued.pdf(rendition)))
    elements = [
        o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"
    ]

    headers = [e for e in elements if e.S == "/TH"]
    figures = [e for e in elements if e.S == "/Figure"]

    assert [str(h.A[0].Scope) for h in headers] == ["/Row"] * 8
    assert [str(f.Alt) for f in figures] == ["발급한 내용과 서명이 담긴 QR"]
    assert sum(e.S == "/H1" for e in elements) == 1


@pytest.mark.parametrize("rendition", list(Rendition))
def test_it_stays_small(rendition: Rendition) -> None:
    assert len(issued.pdf(rendition)) <= 110 * KB


def test_the_seal_of_the_reference_stays_within_260_bytes_and_65_modules() -> None:
    seal = issued.composed().seal

    assert len(seal) <= 260
    assert qr(seal_url(issued.OFFICE.base_url, seal)).width <= 65


def test_the_longest_values_still_fit_one_page() -> None:
    composed = compose(issued.KIND, issued.facts(issued.LONGEST))

    page = text(draw(composed, Rendition.PRINT, issued.OFFICE, at=issued.AT))

    assert "".join(issued.LONGEST["domain"].split()) in page
    assert "제8조제3항에따라위와같이" in page


def test_values_are_composed_and_spaced_once() -> None:
    composed = issued.composed(name="  하\u1102\u1173\u11af   상점 ")  # ㄴ, ㅡ, ㄹ apart

    assert dict(composed.content.fields)["상호"] == "하늘 상점"


def test_an_optional_line_without_value_is_left_out() -> None:
    assert "생년월일" not in dict(issued.composed(birth_date="").content.fields)


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"name": ""}, FieldError, "name"),
        ({"name": " \t "}, FieldError, "name"),
        ({"name": "가" * 61}, FieldError, "name"),
        ({"domain": "m" * 10_000}, FieldError, "domain"),
        ({"name": "하늘😀"}, UnprintableError, "name"),
        ({"representative": "홍\u200d길동"}, UnprintableError, "representative"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_place(
    changes: dict[str, str], error: type[Exception], field: str
) -> None:
    with pytest.raises(error) as refused:
        issued.composed(**changes)

    assert refused.value.field == field  # type: ignore[attr-defined]


def test_everything_that_stands_in_the_way_is_told_at_once() -> None:
    found = problems(issued.KIND, {**issued.VALUES, "name": "😀", "premises": ""})

    assert [problem.field for problem in found] == ["name", "premises"]
    assert problems(issued.KIND, issued.VALUES) == ()


def test_rare_syllables_and_hanja_are_printed_and_sealed() -> None:
    composed = issued.composed(name="뷁햏상점", representative="鄭하늘")

    assert "상호:뷁햏상점대표자성명:鄭하늘" in text(
        draw(composed, Rendition.ELECTRONIC, issued.OFFICE, at=issued.AT)
    )
    assert dict(composed.content.fields)["상호"] == "뷁햏상점"


def test_every_certificate_of_the_data_can_be_read() -> None:
    assert issued.KIND in certificates()
    assert {certificate(name).id for name in certificates()} == set(certificates())


@pytest.mark.parametrize("name", ["no-such-certificate", "../services/commerce/mail-order-report", ""])
def test_an_unknown_certificate_is_an_error(name: str) -> None:
    with pytest.raises(DefinitionError):
        certificate(name)


def test_each_certificate_has_a_seal_dictionary_of_its_own() -> None:
    numbers = [certificate(name).seal for name in certificates()]

    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= set(authority.dictionaries())

"""The form as filed: any service's captions and answers, over as many pages as they need."""

import io
from dataclasses import replace
from datetime import datetime

import pikepdf
import pypdfium2
import pytest

from eok.core.clock import SEOUL
from eok.papers.typeset_form import Box, Cell, Consent, FiledForm, Group, PaperLine, arranged, filed_form

CLOSURE = FiledForm(
    title="영업의 폐업신고서",
    law="식품위생법 시행규칙",
    number="별지 제42호서식",
    groups=(
        Group("신고인", ((Cell("성명(법인은 대표자)", "홍길동"), Cell("생년월일", "1980년 3월 2일")),)),
        Group(
            "영업소",
            ((Cell("업소명", "하늘분식"),), (Cell("폐업 사유", boxes=(Box("기타", True, "이사"),)),)),
        ),
    ),
    declaration="「식품위생법」 제37조에 따라 위와 같이 폐업을 신고합니다.",
    applicant="홍길동",
    role="신고인",
    addressee="서초구청장",
    filing_no="S-2026-118-00017",
    arrived_at=datetime(2026, 11, 18, 10, 5, 9, tzinfo=SEOUL),
    fee="없음",
    sample=True,
    papers=(PaperLine("영업신고증", "1쪽 · 2026.11.18. 제출", given=True),),
    looked_up=(PaperLine("사업자등록증명", "공동이용 동의", given=True),),
    consent=Consent("담당 공무원이 확인하는 것에 동의합니다.", "2026.11.18. 10:04"),
    steps=(("신고서 작성", "신고인"), ("접수", "처리기관")),
)


def pages(pdf: bytes) -> list[str]:
    return ["".join(p.get_textpage().get_text_bounded().split()) for p in pypdfium2.PdfDocument(pdf)]


def test_captions_answers_and_papers_stand_on_the_sheet() -> None:
    (page,) = pages(filed_form(CLOSURE))

    for words in ("영업의폐업신고서", "[별지제42호서식]", "전자문서제출본", "업소명",
        "하늘분식", "[√]기타(이사)", "2026년11월18일",
                  "서초구청장귀하", "1.영업신고증1쪽·2026.11.18.제출", "공동이용동의", "견본(시험용)"):  # fmt: skip
        assert words in page


def test_side_heads_are_header_cells() -> None:
    pdf = pikepdf.open(io.BytesIO(filed_form(CLOSURE)))

    heads = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]

    assert len(heads) == 4  # 신고인, 영업소, 신고인 제출서류, 담당공무원 확인사항


def test_ten_thousand_characters_flow_over_pages_that_count_themselves() -> None:
    long = Group("설명", ((Cell("내용", "가나다 라마바사 " * 1111),),))

    found = pages(filed_form(replace(CLOSURE, groups=(*CLOSURE.groups, long))))

    assert len(found) > 2
    assert "".join(found).count("가나다라마바사") >= 1100
    for number, page in enumerate(found, start=1):
        assert f"{number}/{len(found)}쪽" in page
        assert "신청번호S-2026-118-00017" in page


def test_ten_thousand_characters_without_a_space_stay_on_the_sheet() -> None:
    long = Group("설명", ((Cell("내용", "m" * 10_000),),))

    found = pages(filed_form(replace(CLOSURE, groups=(long,))))

    assert "".join(found).count("m") >= 10_000


def test_signs_no_font_draws_are_shown_as_boxes_and_the_foot_says_so() -> None:
    group = Group("영업소", ((Cell("업소명", "하늘😀분식"),),))

    (page,) = pages(filed_form(replace(CLOSURE, groups=(group,))))

    assert "하늘▢분식" in page
    assert "▢로보이는글자의원문은전자기록에있습니다" in page


def test_the_foot_is_silent_when_all_could_be_drawn() -> None:
    (page,) = pages(filed_form(CLOSURE))

    assert "▢" not in page


def test_a_form_without_papers_consent_and_steps_is_drawn() -> None:
    bare = replace(
        CLOSURE, papers=(), looked_up=(), consent=None, steps=(), office=(("접수번호", "2026-000017"),)
    )

    (page,) = pages(filed_form(bare))

    assert "접수번호2026-000017" in page
    assert "처리절차" not in page


SHORT, OTHER = Cell("성명", "홍길동"), Cell("생년월일", "1980년 3월 2일")
LONG = Cell("소재지", "서울특별시 서초구 시범대로 12, 3층 301호")
CHOICE = Cell("판매방식", boxes=(Box("인터넷", True),))


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ((SHORT, OTHER), ((SHORT, OTHER),)),
        ((SHORT, LONG, OTHER), ((SHORT,), (LONG,), (OTHER,))),
        ((LONG, SHORT, OTHER, CHOICE), ((LONG,), (SHORT, OTHER), (CHOICE,))),
        ((SHORT,), ((SHORT,),)),
        ((), ()),
    ],
)
def test_short_answers_share_a_row(cells: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
    assert arranged(cells) == rows

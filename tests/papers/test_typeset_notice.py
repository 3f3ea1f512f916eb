"""The decision letter: a refusal carries reasons and remedies (민원처리법 §27③), every letter its officer."""

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from eok.core.clock import SEOUL
from eok.papers.typeset_errors import TypesetError
from eok.papers.typeset_notice import Notice, notice

GRANTED = Notice(
    office="서초구",
    recipient="서하린",
    title="통신판매업 신고 수리 알림",
    opening="신고하신 민원을 다음과 같이 수리하였습니다.",
    facts=(("접수번호", "2026-004102"), ("처리결과", "수리")),
    contact="담당: 일자리경제과 박지훈 · 02-0000-0000",
    number="2026-004102",
    issued_at=datetime(2026, 11, 19, 15, 0, tzinfo=SEOUL),
    issuer="서초구청장",
    sample=True,
    guidance=("등록면허세를 내면 신고증을 드립니다.",),
)
RED_SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="#c00" d="M0 0h9v9H0z"/></svg>'
)


def words(pdf: bytes) -> str:
    return "".join("".join(p.get_textpage().get_text_bounded().split()) for p in pypdfium2.PdfDocument(pdf))


def test_a_grant_names_result_next_step_and_officer() -> None:
    text = words(notice(GRANTED))

    for expected in (
        "통신판매업신고수리알림",
        "처리결과수리",
        "등록면허세를내면",
        "일자리경제과박지훈",
        "2026년11월19일",
    ):
        assert expected in text
    assert "구제절차" not in text


def test_a_refusal_tells_reasons_and_all_three_remedies() -> None:
    refused = replace(
        GRANTED, title="통신판매업 신고 반려 알림", reasons=("정한 기간 안에 보완하지 않으셨습니다.",)
    )

    text = words(notice(refused))

    assert "이유1.정한기간안에보완하지않으셨습니다." in text
    assert "60일안에" in text  # 민원처리법 §35①
    assert "90일안에" in text  # 행정심판법 §27①
    assert "행정소송" in text  # 민원처리법 §35③


def test_only_demonstrations_go_without_the_official_seal() -> None:
    with pytest.raises(TypesetError):
        notice(replace(GRANTED, sample=False))


def test_the_official_seal_is_a_figure_with_a_text() -> None:
    pdf = notice(replace(GRANTED, sample=False), official_seal=RED_SQUARE)

    assert "서초구청장의 관인".encode("utf-16-be").hex().upper().encode() in pdf
    assert "견본" not in words(pdf)

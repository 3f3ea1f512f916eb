"""Rare syllables and Hanja print; what no font draws is refused before a paper exists, with a way out."""

from dataclasses import replace
from pathlib import Path

import pytest

from eok.papers import fonts
from eok.papers.typeset_errors import UnprintableError
from eok.papers.typeset_receipt import receipt
from tests.papers.test_typeset_structure import RECEIPT


def test_all_hangul_syllables_can_be_drawn() -> None:
    syllables = "".join(map(chr, range(0xAC00, 0xD7A4)))

    assert fonts.unprintable(syllables) == ""


@pytest.mark.parametrize("name", ["뷁햏", "鄭", "金在", "O'Neill", "René", "㈜하늘 ㎡ ℡ ①", "Ｆ（주）"])
def test_names_as_they_occur_can_be_drawn(name: str) -> None:
    assert fonts.unprintable(name) == ""


def test_rare_hanja_need_the_larger_font() -> None:
    installed = any((folder / "NotoSerifCJK-Regular.ttc").exists() for folder in map(Path, fonts.folders()))

    assert fonts.unprintable("𠮷") == ("" if installed else "𠮷")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("하늘상점😀", "😀"),
        ("가\u200d나", "\u200d"),
        ("★\ufe0f", "\ufe0f"),
        ("가\x07나\x07", "\x07"),
        ("\u202e거꾸로", "\u202e"),
        ("\ue000", "\ue000"),
        ("\ud800", "\ud800"),
    ],
)
def test_emoji_controls_and_private_signs_cannot(text: str, missing: str) -> None:
    assert fonts.unprintable(text) == missing


def test_a_line_break_is_no_sign() -> None:
    assert fonts.unprintable("첫 줄\n둘째 줄") == ""


def test_a_paper_with_such_a_sign_is_refused_with_a_way_out() -> None:
    with pytest.raises(UnprintableError) as refused:
        receipt(replace(RECEIPT, applicant="하늘😀"))

    assert refused.value.characters == "😀"
    assert "‘😀’" in refused.value.message
    assert "다른 글자로 바꾸거나" in refused.value.message


def test_a_sign_nobody_can_see_is_named_by_its_number() -> None:
    assert "‘U+200D’" in UnprintableError("\u200d").message


def test_a_copy_shows_a_box_in_its_place() -> None:
    assert fonts.substituted("하늘😀상점") == "하늘▢상점"

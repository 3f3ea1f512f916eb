"""The layers alone: spelling, slips, names in a title, suggestions."""

import pytest

from eok.search import variants
from eok.search.normalize import from_wrong_keyboard, normalize, pairs
from eok.search.queries import engine, suggest
from eok.search.typos import Speller, one_slip


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("  통신판매업   신고 ", "통신판매업 신고"),
        ("휴업ㆍ폐업(재개)", "휴업 폐업 재개"),
        ("통 신 판 매", "통신판매"),
        ("집 에 서", "집에서"),
        ("집 앞 도로", "집 앞 도로"),
        ("PC방", "pc방"),
        ("가" * 300, "가" * 200),
        ("\u1100\u1161\u11a8", "각"),  # parts of a syllable
    ],
)
def test_one_spelling(typed: str, spelled: str) -> None:
    assert normalize(typed) == spelled


def test_pairs() -> None:
    assert pairs("통신판매") == ["통신", "신판", "판매"]
    assert pairs("업") == ["업"]


@pytest.mark.parametrize("typed", ["pc", "sns", "lpg cctv", "ab", "123", "식당", "haccp"])
def test_a_keyboard_that_stood_right(typed: str) -> None:
    assert from_wrong_keyboard(typed, engine().lexicon.latin) is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("통신판매업(휴업, 폐업, 영업재개) 신고서",
         ("통신판매업 휴업 신고서", "통신판매업 폐업 신고서", "통신판매업 영업재개 신고서")),
        ("체육시설업 신고(변경신고)서", ("체육시설업 신고 서", "체육시설업 신고 변경신고 서")),
        ("통신판매업 신고서", ("통신판매업 신고서",)),
    ],
)  # fmt: skip
def test_names_in_one_title(title: str, names: tuple[str, ...]) -> None:
    assert variants.expand(title) == names


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ㄱㅏㄴ", "ㄱㅏㅁ", True),
        ("ㄱㅏㄴ", "ㄱㅏㄴㅇ", True),
        ("ㄱㅏㄴ", "ㅏㄴ", True),
        ("ㄱㅏㄴㅇ", "ㅏㄱㄴㅇ", True),
        ("ㄱㅏㄴ", "ㄱㅏㄴ", True),
        ("ㄱㅏㄴ", "ㅁㅏㅁ", False),
        ("ㄱㅏㄴ", "ㄱ", False),
        ("ㄱㅏㄴㅇ", "ㅏㄱㅇㄴ", False),
    ],
)
def test_one_slip(a: str, b: str, same: bool) -> None:
    assert one_slip(a, b) is same


def test_the_speller() -> None:
    speller = Speller(["통신판매업", "폐업", "소매인"])

    assert speller.mend("통신판메업") == "통신판매업"
    assert speller.mend("통신팜매업") == "통신판매업"
    assert speller.mend("페업") == "폐업"
    assert speller.mend("개업") is None
    assert speller.mend("통신판매업") is None
    assert speller.mend("업") is None
    assert speller.mend("자동차등록") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("통신", "통신판매업 신고"),
        ("통신ㅍ", "통신판매업 신고"),
        ("전ㅇ", "전월세"),
        ("폐업", "식품 영업 폐업신고"),
        ("ㅌㅅㅍㅁ", "통신판매업 신고"),
        ("xhdtls", "통신판매업 신고"),
        ("스마트", "스마트스토어"),
        ("", None),
    ],
)
def test_suggestions(typed: str, first: str | None) -> None:
    found = suggest(typed)

    assert (found[0].text if found else None) == first
    assert len(found) <= 8


def test_a_suggestion_names_its_affair() -> None:
    assert suggest("통신판매업")[0].service_id == "mail-order-report"
    assert suggest("스마트")[0].service_id is None

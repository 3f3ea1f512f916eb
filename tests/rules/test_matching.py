"""An answer agrees with a record when both surely say the same."""

import pytest

from eok.rules.matching import same


@pytest.mark.parametrize(
    ("answer", "record"),
    [
        ("하늘상점", "하늘 상점"),
        ("9990100008", "999-01-00008"),
        ("서울특별시 서초구 시범대로 12", "서울특별시 서초구 시범대로 12, 3층 301호(시험동)"),
        ("서울특별시 서초구 시범대로 12, 3층 301호", "서울특별시 서초구 시범대로 12 (시험동)"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_the_same(answer: str, record: str) -> None:
    assert same(answer, record) and same(record, answer)


@pytest.mark.parametrize(
    ("answer", "record"),
    [
        ("하늘상점", "하늘책방"),
        ("하늘", "하늘상점"),
        ("", ""),
        ("하늘상점", ""),
        ("시범대로 1", "시범대로 12"),
        ("시범대로 12, 3층", "시범대로 12, 4층"),
        ("김하늘", "홍길동"),
    ],
)
def test_not_surely_the_same(answer: str, record: str) -> None:
    assert not same(answer, record)

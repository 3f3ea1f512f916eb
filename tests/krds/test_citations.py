"""Short citations become the official wording."""

import pytest

from eok.krds.citations import law_ko


@pytest.mark.parametrize(
    ("short", "official"),
    [
        ("민원처리법 §19①", "민원처리법 제19조제1항"),
        ("전자상거래법 시행령 §13①1호", "전자상거래법 시행령 제13조제1항제1호"),
        ("민원처리법 §10③ 3호", "민원처리법 제10조제3항제3호"),
        ("민원처리법 §12의2⑤", "민원처리법 제12조의2제5항"),
        ("지방세법 §§34, 35, 38", "지방세법 제34조, 제35조, 제38조"),
        (
            "민원처리법 시행령 §20, 행정절차법 시행령 §11",
            "민원처리법 시행령 제20조, 행정절차법 시행령 제11조",
        ),
        ("시행령 §24①②", "시행령 제24조제1항·제2항"),
        ("법 §2 1호 가목", "법 제2조제1호가목"),
        ("전자상거래법 시행규칙 §8①단서", "전자상거래법 시행규칙 제8조제1항단서"),
        ("우리 구 대장 · 11.24 09:00", "우리 구 대장 · 11.24 09:00"),
    ],
)
def test_the_official_wording(short: str, official: str) -> None:
    assert law_ko(short) == official

"""A particle follows the last sound of the word before it."""

import pytest

from eok.core.korean import with_particle


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("상호", "을", "상호를"),
        ("이름", "을", "이름을"),
        ("이름", "은", "이름은"),
        ("월", "이", "월이"),
        ("연도", "이", "연도가"),
        ("전화번호(사업장)", "을", "전화번호(사업장)를"),
        ("‘누가 하나요?’", "은", "‘누가 하나요?’는"),
        ("구역 3", "을", "구역 3을"),
        ("구역 2", "을", "구역 2를"),
        ("SNS", "을", "SNS을(를)"),
    ],
)
def test_a_particle_follows_the_last_sound(word: str, particle: str, expected: str) -> None:
    assert with_particle(word, particle) == expected

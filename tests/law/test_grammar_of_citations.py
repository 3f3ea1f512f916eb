"""How a citation is written, and what it means."""

import pytest

from eok.law.grammar import Names, find

NAMES = Names(
    {"민원처리법": "민원 처리에 관한 법률"},
    ["지방세법", "지방세법 시행령", "장애인ㆍ노인 편의법", "행정업무의 운영 및 혁신에 관한 규정"],
)

READ = [
    ("민원처리법 §19①", ["민원 처리에 관한 법률 제19조제1항"]),
    ("민원처리법 시행령 §24③", ["민원 처리에 관한 법률 시행령 제24조제3항"]),
    ("지방세법 §38의2①", ["지방세법 제38조의2제1항"]),
    ("지방세법 §§34, 35, 38", ["지방세법 제34조", "지방세법 제35조", "지방세법 제38조"]),
    ("민원처리법 §10③ 2호", ["민원 처리에 관한 법률 제10조제3항제2호"]),
    ("지방세법 §23 2호 가목", ["지방세법 제23조제2호가목"]),
    ("지방세법 §34①③", ["지방세법 제34조제1항", "지방세법 제34조제3항"]),
    ("지방세법 §34①–③", ["지방세법 제34조제1항", "지방세법 제34조제2항", "지방세법 제34조제3항"]),
    ("지방세법 §26② 1·4호", ["지방세법 제26조제2항제1호", "지방세법 제26조제2항제4호"]),
    ("민원처리법 §17③, 시행령 §10②", ["민원 처리에 관한 법률 제17조제3항", "민원 처리에 관한 법률 시행령 제10조제2항"]),
    ("지방세법 §35① (신고납부), §38①", ["지방세법 제35조제1항", "지방세법 제38조제1항"]),
    ("지방세법 §35 and §38", ["지방세법 제35조", "지방세법 제38조"]),
    ("민원처리법\n    # §22①", ["민원 처리에 관한 법률 제22조제1항"]),
    ("장애인·노인 편의법 §3", ["장애인ㆍ노인 편의법 제3조"]),
    ("민원처리법 시행규칙 별지 제2호서식; 시행령 §6②", ["민원 처리에 관한 법률 시행령 제6조제2항"]),
    ("행정업무의운영및혁신에관한규정 §10", ["행정업무의 운영 및 혁신에 관한 규정 제10조"]),
    ("(행정업무의 운영 및 혁신에 관한 규정 §10②)", ["행정업무의 운영 및 혁신에 관한 규정 제10조제2항"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), READ)
def test_it_is_read(text: str, meant: list[str]) -> None:
    assert [str(citation) for citation in find(text, NAMES)] == meant


@pytest.mark.parametrize(
    "text", ["RFC 8949 §4.2", "DESIGN §2", "OpenID Connect Core 1.0 §3.1", "지방세법 제35조"]
)
def test_other_texts_are_no_citations(text: str) -> None:
    assert list(find(text, NAMES)) == []


@pytest.mark.parametrize("text", ["없는법 §3", "§3", "시행령 §3", "지방세법 §3 " + "가" * 500 + " §4"])
def test_a_law_that_is_not_named_is_left_empty(text: str) -> None:
    assert list(find(text, NAMES))[-1].law == ""


def test_the_name_must_stand_alone() -> None:
    assert next(find("가짜지방세법 §3", NAMES)).law == ""


def test_it_knows_where_it_stood() -> None:
    text = "첫 줄\n지방세법 §3"

    assert text[next(find(text, NAMES)).at :] == "§3"

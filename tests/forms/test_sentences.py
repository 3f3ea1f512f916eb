"""Sentences in good Korean, whatever the question is called."""

import pytest

from eok.forms import sentences
from tests.forms.making import question


@pytest.mark.parametrize(
    ("kind", "label", "official", "said"),
    [
        ("text", "상호", None, "상호를 적어 주세요."),
        ("text", "어떤 일인지 적어 주세요", "사유", "사유를 적어 주세요."),
        ("text", "어떤 일인지 적어 주세요", None, "‘어떤 일인지 적어 주세요’에 답해 주세요."),
        ("yes_no", "먼저 받나요?", None, "‘먼저 받나요?’에 답해 주세요."),
        ("choice", "어떤 서비스를 쓰나요?", "구매안전서비스", "구매안전서비스를 골라 주세요."),
        ("choices", "파는 물건", None, "파는 물건을 골라 주세요."),
    ],
)
def test_a_line_of_the_summary_names_its_question(
    kind: str, label: str, official: str | None, said: str
) -> None:
    asked = question(kind, label=label, official=official)

    assert sentences.summary(asked, sentences.missing(asked)) == said


def test_another_fault_is_told_with_its_question_once() -> None:
    asked = question("text", label="상호")

    assert sentences.summary(asked, "번호가 맞지 않아요.") == "상호: 번호가 맞지 않아요."
    assert sentences.summary(asked, "상호는 5자까지예요.") == "상호는 5자까지예요."

"""What a record says of the answers, and when two answers of sources contradict each other (민원처리법 §10③)."""

import pytest

from eok.rules.record_verdict import Answer, Verdict, apart, contradicted, verdict

MATCHES = {"상호": "trade_name", "대표자 성명": "owner"}
SAID = {"trade_name": "하늘상점", "owner": "김하늘"}
RIGHT = {"상호": "하늘상점", "대표자 성명": "김하늘"}
OTHER = {"상호": "푸른책방", "대표자 성명": "김하늘"}
NUMBER = "999-01-00008"


def answer(
    turn: int, facts: dict[str, str] | None = None, *, judged: str = "", subject: str = NUMBER
) -> Answer:
    return Answer(turn, subject, facts is not None or bool(judged), facts or {}, judged)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(0, RIGHT), Verdict.AGREES),
        (answer(0, OTHER), Verdict.DIFFERS),
        (answer(0), Verdict.ABSENT),
        (answer(0, RIGHT, subject="999-01-00013"), Verdict.STALE),
        (answer(0, judged="ok"), Verdict.AGREES),
        (answer(0, judged="not_ok"), Verdict.DIFFERS),
        (answer(0, judged="ok", subject="999-01-00013"), Verdict.STALE),
    ],
)
def test_verdict(given: Answer, expected: Verdict) -> None:
    assert verdict(given, NUMBER, MATCHES, SAID) is expected


def test_without_answers_to_hold_it_against_it_was_seen() -> None:
    assert verdict(answer(0, RIGHT), NUMBER, {}, SAID) is Verdict.SEEN


def test_what_the_source_left_out_does_not_agree() -> None:
    assert apart({"상호": "하늘상점"}, MATCHES, SAID) == ("대표자 성명",)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([answer(0, RIGHT)], False),
        ([answer(0, RIGHT), answer(1, RIGHT)], False),
        ([answer(0, RIGHT), answer(1, OTHER)], True),
        ([answer(1, OTHER), answer(0, RIGHT)], True),
        ([answer(0, RIGHT), answer(1)], True),
        ([answer(0, judged="ok"), answer(1, OTHER)], True),
        ([answer(0, judged="ok"), answer(1, RIGHT)], False),
        ([answer(0, RIGHT), answer(1, OTHER), answer(2, judged="ok")], False),
        ([answer(0, OTHER, subject="999-01-00013"), answer(1, RIGHT)], False),
    ],
)
def test_contradicted_until_an_officer_says_which_holds(answers: list[Answer], expected: bool) -> None:
    def judge(one: Answer) -> Verdict:
        return verdict(one, NUMBER, MATCHES, SAID)

    assert contradicted(answers, judge) is expected

"""Which papers follow from the answers, why, and how each may come."""

import pytest

from eok.forms.evaluate import PaperState, papers_needed
from tests.forms.making import LAW, paper, question, service

WITH_CONSENT = {"kind": "business-registration", "shows": ["상호"], "subject": "number"}
WITHOUT = {**WITH_CONSENT, "consent": False}
SHOP = service(
    [
        question("yes_no", "prepaid"),
        question("choice", "safety", when="answers.prepaid"),
        question("business_no", "number"),
    ],
    papers=[
        paper("proof", when="answers.prepaid", because="먼저 받아서 필요해요.", because_not="먼저 받지 않아요.",
              by_post={"months": 1, "source": LAW}),
        paper("exempt", when="answers.safety == 'b'"),
        paper("tax", look_up=WITH_CONSENT),
        paper("court", look_up=WITHOUT),
        paper("photo", optional=True),
    ],
)  # fmt: skip


def _states(answers: dict[str, object], modes: dict[str, str] | None = None) -> dict[str, PaperState]:
    return {state.paper.id: state for state in papers_needed(SHOP, answers, modes)}


def test_a_condition_decides_and_its_reason_is_said() -> None:
    yes, no = _states({"prepaid": True})["proof"], _states({"prepaid": False})["proof"]

    assert (yes.needed, yes.reason) == (True, "먼저 받아서 필요해요.")
    assert (no.needed, no.reason) == (False, "먼저 받지 않아요.")
    assert yes.causes == ("prepaid",)


def test_papers_without_words_of_their_own_get_plain_ones() -> None:
    states = _states({"prepaid": False})

    assert states["tax"].reason == "이 신고에 꼭 필요한 서류예요."
    assert states["photo"].reason == "있으면 내 주세요. 없어도 신고할 수 있어요."
    assert states["exempt"].reason == "답하신 내용으로는 필요 없어요."


def test_an_answer_that_fell_away_calls_for_no_paper() -> None:
    assert _states({"prepaid": True, "safety": "b"})["exempt"].needed
    assert not _states({"prepaid": False, "safety": "b"})["exempt"].needed


@pytest.mark.parametrize(
    ("paper_id", "chosen", "mode", "is_chosen"),
    [
        ("proof", None, "upload", True),
        ("proof", "by_post", "by_post", True),
        ("proof", "look_up", "upload", True),
        ("tax", None, "look_up", False),
        ("tax", "look_up", "look_up", True),
        ("tax", "upload", "upload", True),
        ("tax", "by_post", "look_up", False),
        ("court", None, "look_up", True),
        ("court", "upload", "look_up", True),
        ("photo", "nonsense", "upload", True),
    ],
)
def test_how_a_paper_comes(paper_id: str, chosen: str | None, mode: str, is_chosen: bool) -> None:
    state = _states({}, {paper_id: chosen} if chosen else {})[paper_id]

    assert (state.mode, state.chosen) == (mode, is_chosen)  # 전자정부법 §42①: consent is never assumed


def test_the_ways_that_are_open() -> None:
    states = _states({})

    assert states["proof"].modes == ("upload", "by_post")
    assert states["tax"].modes == ("look_up", "upload")
    assert states["court"].modes == ("look_up",)


def test_what_hangs_on_an_open_question_is_undecided() -> None:
    before = papers_needed(SHOP, {}, still_open=("prepaid",))[0]
    after = papers_needed(SHOP, {"prepaid": False}, still_open=("prepaid",))[0]

    assert (before.needed, before.undecided, before.reason) == (
        False,
        True,
        "신청하면서 답하면 필요한지 알 수 있어요.",
    )
    assert (after.needed, after.undecided) == (False, False)

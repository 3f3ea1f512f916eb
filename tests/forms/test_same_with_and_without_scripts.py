"""With scripts a page follows each answer, without them 다음 draws it again: in the end the same is filed.

Forms and answers are made up at random: conditions look at whatever stands above, chains of them too. Whoever
fills the form changes their mind on the way, so answers stay behind whose question is gone.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from hypothesis import given, settings
from hypothesis import strategies as st

from eok.catalogue.schema import Question, Service
from eok.forms.evaluate import asked, filed_answers, visible_questions
from eok.forms.pages import SHOWN, validate_page
from tests.forms.making import TODAY, question, service

CONDITIONS = (
    "answers.{a}", "!answers.{a}", "answers.{a} == null", "answers.{a} && answers.{b}", "answers.{a} || !answers.{b}",
    "answers.{a} != answers.{b}",
)  # fmt: skip
YES_NO = st.sampled_from(["yes", "no", ""])


@st.composite
def forms(draw: st.DrawFn) -> Service:
    """Two pages of up to six questions; each may hang on two of those above it."""
    names = [f"q{n}" for n in range(draw(st.integers(2, 8)))]
    made = [_question(draw, name, names[:at]) for at, name in enumerate(names)]
    cut = draw(st.integers(1, len(made) - 1))
    return service(made[:cut], made[cut:])


def _question(draw: st.DrawFn, name: str, above: list[str]) -> Question:
    if not above or draw(st.booleans()):
        return question("yes_no", name, required=False)
    shape = draw(st.sampled_from(CONDITIONS))
    when = shape.format(a=draw(st.sampled_from(above)), b=draw(st.sampled_from(above)))
    return question("yes_no", name, required=False, when=when)


MINDS = st.lists(st.dictionaries(st.integers(0, 7), YES_NO, max_size=8), min_size=1, max_size=2)
"""What somebody would answer to each question, first and after they thought again."""


@settings(max_examples=150, deadline=None)
@given(forms(), MINDS)
def test_the_same_is_filed_with_and_without_scripts(made: Service, minds: list[dict[int, str]]) -> None:
    with_scripts: dict[str, Any] = {}
    without: dict[str, Any] = {}
    for mind in minds:
        meant = {f"q{number}": said for number, said in mind.items()}
        for page in made.form.pages:
            with_scripts = _answer_by_answer(made, page.id, meant, with_scripts)
            without = _by_next(made, page.id, meant, without)

    assert filed_answers(made, with_scripts) == filed_answers(made, without)
    assert asked(made, with_scripts) == asked(made, without)


@settings(max_examples=100, deadline=None)
@given(forms(), MINDS)
def test_revealing_step_by_step_ends_at_the_whole_evaluation(
    made: Service, minds: list[dict[int, str]]
) -> None:
    """What is asked hangs on the answers alone, not on the way to them; what is not asked is not filed."""
    answers = {f"q{number}": {"yes": True, "no": False}.get(said) for number, said in minds[-1].items()}

    shown = asked(made, answers)
    kept = filed_answers(made, answers)

    assert asked(made, kept) == shown
    assert filed_answers(made, kept) == kept
    assert set(kept) <= {q.id for q in shown}
    pages = [q for page in made.form.pages for q in visible_questions(made, page, answers)]
    assert {q.id for q in pages} == {q.id for q in shown}


def _answer_by_answer(
    made: Service, page_id: str, meant: Mapping[str, str], stored: Mapping[str, Any]
) -> dict[str, Any]:
    """After each answer the part is asked for again, top to bottom, until nothing new stands there."""
    given: dict[str, str] = {}
    known = dict(stored)
    while to_answer := [name for name in _shown(made, page_id, known) if name not in given]:
        given[to_answer[0]] = meant.get(to_answer[0], "")
        known = _sent(made, page_id, given, known)
    return known


def _by_next(
    made: Service, page_id: str, meant: Mapping[str, str], stored: Mapping[str, Any]
) -> dict[str, Any]:
    """All that stands there is answered, then 다음 is pressed; again while it brings new questions."""
    known = dict(stored)
    before: tuple[str, ...] = ()
    while (shown := _shown(made, page_id, known)) != before:
        before = shown
        known = _sent(made, page_id, {name: meant.get(name, "") for name in shown}, known)
    return known


def _shown(made: Service, page_id: str, known: Mapping[str, Any]) -> tuple[str, ...]:
    page = next(p for p in made.form.pages if p.id == page_id)
    return tuple(q.id for q in visible_questions(made, page, known))


def _sent(made: Service, page_id: str, given: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, Any]:
    """What a browser sends: the questions that stand there, and what is chosen of each."""
    page = next(p for p in made.form.pages if p.id == page_id)
    standing = [name for name in _shown(made, page_id, known) if name in given]
    raw: MultiValueDict[str, str] = MultiValueDict({name: [given[name]] for name in standing})
    raw[SHOWN] = " ".join(standing)
    return {**known, **validate_page(made, page, raw, known, today=TODAY).answers}

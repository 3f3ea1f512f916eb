"""준비할 것: the conditions of the papers asked as plain questions on the affair's page, before any sign-in.

The same conditions as in the form decide, so the list shown beforehand is the list asked for later
(민원처리법 시행령 §10②: what has to be brought is told beforehand).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eok.catalogue.schema import Preparation, Question, Service, Text
from eok.forms import answers as reading
from eok.forms.kinds.base import Around
from eok.forms.kinds.choosing import YES_NO
from eok.forms.paper_states import PaperState, papers_needed
from eok.forms.typed import Posted
from eok.forms.visible import asked as asked_by
from eok.forms.visible import still_open

_ANY_DAY = Around(date.min)
"""Choices do not look at the day."""


@dataclass(frozen=True)
class PlainQuestion:
    """A question of the form, asked in the words of the affair's page."""

    id: str
    label: str
    value: str
    """What was picked; empty when nothing was."""
    options: tuple[tuple[str, str], ...]
    """Value and label."""
    said: Text
    """The label with its other words."""


@dataclass(frozen=True)
class Preparing:
    questions: tuple[PlainQuestion, ...]
    answers: Mapping[str, Any]
    """What was picked, as the form would keep it."""
    papers: tuple[PaperState, ...]
    """Every paper; undecided where it hangs on a question of the form nobody answered yet."""

    @property
    def picked(self) -> Mapping[str, str]:
        """What was picked of the questions that stand there, as an address carries it on."""
        return {q.id: q.value for q in self.questions if q.value}

    @property
    def carried(self) -> Mapping[str, Any]:
        """The same as answers, for the draft."""
        return {name: self.answers[name] for name in self.picked}


def preparation(service: Service, picked: Mapping[str, str]) -> Preparing:
    """picked: by question id, as it stands in the address (yes, no, or an option's value); nonsense is ignored."""
    form = {q.id: q for q in service.form.questions()}
    values = {p.question: _value(form[p.question], picked.get(p.question, "")) for p in service.preparation}
    answers = {name: value for name, value in values.items() if value is not None}
    visible = {q.id for q in asked_by(service, answers)}
    return Preparing(
        tuple(_plain(p, form[p.question], answers) for p in service.preparation if p.question in visible),
        answers,
        tuple(papers_needed(service, answers, still_open=still_open(service, answers))),
    )


def _value(question: Question, picked: str) -> Any:
    return reading.read(question, Posted({question.id: [picked]}), _ANY_DAY).value


def _plain(asked: Preparation, question: Question, answers: Mapping[str, Any]) -> PlainQuestion:
    sent = reading.posted(question, answers.get(question.id)).getlist(question.id)
    return PlainQuestion(question.id, asked.label.ko, sent[0] if sent else "", options(question), asked.label)


def options(question: Question) -> tuple[tuple[str, str], ...]:
    """What can be picked: 네 and 아니요, or the options of a choice."""
    if question.type == "yes_no":
        return tuple(YES_NO.items())
    return tuple((option.value, option.label.ko) for option in question.options)

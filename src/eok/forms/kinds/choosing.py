"""Answers picked from what is offered; anything else that arrives was not picked on our page."""

from typing import Any

from eok.catalogue.schema import Question
from eok.forms import sentences
from eok.forms.kinds.base import EMPTY, Around, Kind, Reading, first
from eok.forms.typed import Posted, Raw

YES_NO = {"yes": "네", "no": "아니요"}


class Choice(Kind):
    """One option; kept as its value."""

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        value = first(raw, question.id)
        if not value:
            return EMPTY
        if value in (option.value for option in question.options):
            return Reading(value)
        return Reading(problem=sentences.no_such_choice())

    def words(self, question: Question, value: Any) -> str:
        return _labels(question).get(str(value), str(value))


class Choices(Kind):
    """Several options; kept as a list in the order they are offered."""

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        chosen = {value for value in raw.getlist(question.id) if value}
        offered = [option.value for option in question.options]
        if not chosen:
            return EMPTY
        if chosen - set(offered):
            return Reading(problem=sentences.no_such_choice())
        return Reading([value for value in offered if value in chosen])

    def posted(self, question: Question, value: Any) -> Posted:
        return Posted({question.id: [str(one) for one in value] if isinstance(value, list) else [str(value)]})

    def words(self, question: Question, value: Any) -> str:
        labels = _labels(question)
        return ", ".join(labels.get(one, one) for one in self.posted(question, value)[question.id])


class YesNo(Kind):
    """네 or 아니요; kept as true or false."""

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        value = first(raw, question.id)
        if not value:
            return EMPTY
        return Reading(value == "yes") if value in YES_NO else Reading(problem=sentences.no_such_choice())

    def posted(self, question: Question, value: Any) -> Posted:
        return Posted(
            {question.id: [{True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)]}
        )

    def words(self, question: Question, value: Any) -> str:
        return YES_NO["yes" if value else "no"]


def _labels(question: Question) -> dict[str, str]:
    return {option.value: option.label.ko for option in question.options}

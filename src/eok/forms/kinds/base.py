"""What every kind of answer can do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eok.catalogue.schema import Question
from eok.core import characters
from eok.forms import sentences
from eok.forms.typed import Posted, Raw


@dataclass(frozen=True)
class Around:
    """What reading an answer may look at besides the answer."""

    today: date
    """Day of filing, in Seoul."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    """The answers before it."""


@dataclass(frozen=True)
class Reading:
    """What was typed, understood: a value, or a sentence about what is wrong, or neither (empty)."""

    value: Any = None
    """JSON-ready."""
    problem: str = ""


EMPTY = Reading()


class Kind:
    """A kind of answer. Override `read` (or, for one line of text, `Line.parse`) and what differs."""

    def inputs(self, question: Question) -> tuple[str, ...]:
        """Names of the inputs it is typed into."""
        return (question.id,)

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        """Understand what was typed. Never raises."""
        raise NotImplementedError

    def posted(self, question: Question, value: Any) -> Posted:
        """The inputs as a browser would send them for this value: the way back from `read`."""
        return Posted({question.id: [str(value)]})

    def words(self, question: Question, value: Any) -> str:
        """The value as people read it."""
        return str(value)


class Line(Kind):
    """One line of text."""

    limit = 200
    """Characters, where the question sets no max_length."""
    lines = False

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        text = self.spelled(first(raw, question.id))
        limit = question.max_length or self.limit
        if not text:
            return EMPTY
        if characters.refused(text, lines=self.lines):
            return Reading(problem=sentences.invisible(question))
        if len(text) > limit:
            return Reading(problem=sentences.too_long(question, len(text), limit))
        return self.parse(question, text, around)

    def spelled(self, text: str) -> str:
        """The one spelling it is kept in."""
        return characters.cleaned(text, lines=self.lines)

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        """Understand a clean, short enough, non-empty text."""
        return Reading(text)


class PlainLine(Line):
    """One line in ordinary letters and digits: a number, an address of the net."""

    def spelled(self, text: str) -> str:
        return characters.cleaned(characters.plain(text))


def first(raw: Raw, name: str) -> str:
    """The first value sent under this name."""
    values = raw.getlist(name)
    return values[0] if values else ""

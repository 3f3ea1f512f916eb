"""Reads the text of a condition just enough to know which answers it looks at and what it compares them with.

CEL's own checker finds wrong types; it cannot know which texts a choice offers, nor what comes first on paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from eok.catalogue.schema import Question

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*)
      | (?P<text>"(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*')
      | answers\s*\.\s*(?P<answer>[a-z_][a-z0-9_]*)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<sign>==|!=|\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    kind: str
    """text, answer, name, number or sign"""
    value: str
    """A text without its quotes, the id of an answer, or what stands there."""


@dataclass(frozen=True)
class Comparison:
    """A condition holds an answer against a text."""

    answer: str
    text: str


@lru_cache(maxsize=4096)
def references(expression: str) -> tuple[str, ...]:
    """Ids of the answers a condition looks at, each once, in the order of their first mention."""
    return tuple(dict.fromkeys(t.value for t in _tokens(expression) if t.kind == "answer"))


def looked_at(question: Question) -> tuple[str, ...]:
    """Ids of the answers a question's condition and value look at."""
    return (*references(question.when or ""), *references(question.value or ""))


def comparisons(expression: str) -> Iterator[Comparison]:
    """Every `answers.x == 'a'`, `'a' == answers.x`, `'a' in answers.x` and `answers.x in ['a', 'b']`."""
    tokens = tuple(_tokens(expression))
    for at, token in enumerate(tokens):
        if token.kind == "answer":
            yield from (Comparison(token.value, text) for text in _held_against(tokens, at))


def divisors(expression: str) -> tuple[Token, ...]:
    """What it divides by: numbers and answers; a bracket is left to the evaluation, which never fails."""
    tokens = tuple(_tokens(expression))
    return tuple(
        after for sign, after in pairwise(tokens) if sign.value in ("/", "%") and sign.kind == "sign"
    )


def kept_from_zero(answer: str, expression: str) -> bool:
    """Whether it asks `answers.x > 0` or `answers.x != 0` of a divisor."""
    tokens = tuple(_tokens(expression))
    asked = (
        tokens[at + 1 : at + 3]
        for at, token in enumerate(tokens)
        if (token.kind, token.value) == ("answer", answer)
    )
    return any([t.value for t in after] in ([">", "0"], ["!=", "0"]) for after in asked)


def _held_against(tokens: tuple[Token, ...], at: int) -> Iterator[str]:
    after, before = tokens[at + 1 : at + 3], tokens[max(at - 2, 0) : at]
    if len(after) == 2 and after[0].value in ("==", "!=") and after[1].kind == "text":
        yield after[1].value
    if len(before) == 2 and before[1].value in ("==", "!=", "in") and before[0].kind == "text":
        yield before[0].value
    if [t.value for t in after] == ["in", "["]:
        yield from _listed(tokens[at + 3 :])


def _listed(tokens: tuple[Token, ...]) -> Iterator[str]:
    """The texts up to the closing bracket."""
    for token in tokens:
        if token.value == "]" and token.kind == "sign":
            return
        if token.kind == "text":
            yield token.value


def _tokens(expression: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(expression):
        kind = found.lastgroup or ""
        if kind != "comment":
            yield Token(kind, found[kind][1:-1] if kind == "text" else found[kind])

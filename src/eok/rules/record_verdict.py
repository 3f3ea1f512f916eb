"""What a record at its source says of the answers: agrees, differs and in what, or must be asked anew.

The office checks what the applicant says against the source instead of asking for the paper (민원처리법 §10③ 3호;
전자정부법 §36①). Two answers of sources that say different things are both kept; which holds, an officer says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from eok.rules.matching import same


class Verdict(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    SEEN = "seen"
    """Looked at; the affair's file says no answer to hold it against."""
    ABSENT = "absent"
    """The source has no such record."""
    STALE = "stale"
    """The number it was looked up by was changed since: it says nothing of the answers of today."""


@dataclass(frozen=True)
class Answer:
    """One answer of a source, or of an officer who looked."""

    arrival: int
    """The how manieth that came to us; a clock may stand still or go back."""
    subject: str = field(repr=False)
    """The number it was looked up by."""
    found: bool = True
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)
    judged: str = ""
    """By an officer who looked elsewhere: `ok` or `not_ok`; empty when a system answered."""


def verdict(answer: Answer, subject: str, matches: Mapping[str, str], said: Mapping[str, str]) -> Verdict:
    """matches: label of the record to question; said: the answers of today in words, by question."""
    if not same(answer.subject, subject) and answer.subject != subject:
        return Verdict.STALE
    if answer.judged:
        return Verdict.AGREES if answer.judged == "ok" else Verdict.DIFFERS
    if not answer.found:
        return Verdict.ABSENT
    if not matches:
        return Verdict.SEEN
    return Verdict.DIFFERS if apart(answer.facts, matches, said) else Verdict.AGREES


def apart(facts: Mapping[str, str], matches: Mapping[str, str], said: Mapping[str, str]) -> tuple[str, ...]:
    """Labels that do not surely say what was answered."""
    return tuple(
        label for label, question in matches.items() if not same(said.get(question, ""), facts.get(label, ""))
    )


def contradicted(answers: Sequence[Answer], judge: Callable[[Answer], Verdict]) -> bool:
    """Does the last that came say something else than one before it, without an officer having said which holds?

    Only of answers to the same question: another number was another question. judge: as `verdict` of today.
    """
    in_order = sorted(answers, key=lambda one: one.arrival)
    if not in_order or in_order[-1].judged:
        return False
    last = in_order[-1]
    return any(_says_other(one, last, judge) for one in in_order[:-1] if same(one.subject, last.subject))


def _says_other(earlier: Answer, last: Answer, judge: Callable[[Answer], Verdict]) -> bool:
    """What an officer saw elsewhere is known by its result alone."""
    if earlier.judged:
        return judge(earlier) != judge(last)
    return (earlier.found, dict(earlier.facts)) != (last.found, dict(last.facts))

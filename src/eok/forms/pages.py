"""What 다음 does: read a page, say what is wrong in reading order, open the questions an answer calls for.

The same functions serve the page with and without scripts: htmx only asks for the fragment earlier. A question
that was not on the page when it was sent is shown, not complained about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eok.catalogue.schema import Page, Question, Service
from eok.forms import answers as reading
from eok.forms import visible
from eok.forms.answers import Answer, Unprintable
from eok.forms.kinds.base import Around
from eok.forms.typed import Raw

SHOWN = "shown"
"""Hidden input: ids of the questions that stood on the page that was sent, by blanks."""

MORE = "more"
"""Part of a table's name: the button 줄 더하기."""


@dataclass(frozen=True)
class PageResult:
    """A page that was sent, understood."""

    answers: Mapping[str, Any]
    """Stored answers of this page's questions, to be laid over the draft; also what is no answer yet."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """Question id → sentence, in reading order."""
    revealed: tuple[str, ...] = ()
    """Questions an answer opened that were not on the page yet."""
    more_rows: bool = False
    """A table is given further rows: nothing is complained about, the page stands again."""

    @property
    def complete(self) -> bool:
        """Whether the next page may follow."""
        return not self.problems and not self.revealed and not self.more_rows


def validate_page(
    service: Service,
    page: Page,
    raw: Raw,
    stored: Mapping[str, Any],
    *,
    today: date,
    unprintable: Unprintable | None = None,
) -> PageResult:
    """Read what was sent for a page.

    stored: the draft's answers (of all pages).  today: the day in Seoul.
    unprintable: which characters the certificate cannot show (papers.fonts.unprintable).
    """
    on_page = _sent(page, raw)
    typed = [q for q in page.questions if q.value is None]
    look = _Looking(service, today, unprintable, dict(stored))
    found = {q.id: look.at(q, raw) for q in typed if q.id in on_page}
    if any(f"{q.id}.{MORE}" in raw for q in typed):
        return PageResult({name: answer.stored for name, answer in found.items()}, more_rows=True)
    shown = [q.id for q in visible.visible_questions(service, page, look.answers) if q in typed]
    return PageResult(
        answers={name: answer.stored for name, answer in found.items()},
        problems={name: found[name].problem for name in shown if name in found and found[name].problem},
        revealed=tuple(name for name in shown if name not in on_page),
    )


def problems_of(
    service: Service,
    page: Page,
    stored: Mapping[str, Any],
    *,
    today: date,
    unprintable: Unprintable | None = None,
) -> dict[str, str]:
    """What is wrong on one page of the draft, looked at again today."""
    asked = visible.asked(service, stored)
    return dict(problems(service, page, stored, asked, today=today, unprintable=unprintable))


def problems(
    service: Service,
    page: Page,
    stored: Mapping[str, Any],
    asked: Sequence[Question],
    *,
    today: date,
    unprintable: Unprintable | None = None,
) -> Iterator[tuple[str, str]]:
    """As `problems_of`, one by one, where what is asked is known already."""
    look = _Looking(service, today, unprintable, dict(stored))
    for question in visible.of_page(page, asked):
        answer = look.again(question)
        if answer.problem and question.value is None:
            yield question.id, answer.problem


class _Looking:
    """One look over a page; `answers` follows what was read so far."""

    def __init__(
        self, service: Service, today: date, unprintable: Unprintable | None, answers: dict[str, Any]
    ) -> None:
        self.today, self.answers, self.unprintable = today, answers, unprintable
        self.printed = reading.on_certificate(service)

    def at(self, question: Question, raw: Raw) -> Answer:
        answer = reading.read(question, raw, self._around(), unprintable=self._paper(question))
        self.answers[question.id] = answer.stored
        return answer

    def again(self, question: Question) -> Answer:
        stored = self.answers.get(question.id)
        return reading.read_again(question, stored, self._around(), unprintable=self._paper(question))

    def _around(self) -> Around:
        return Around(self.today, self.answers)

    def _paper(self, question: Question) -> Unprintable | None:
        return self.unprintable if question.id in self.printed else None


def _sent(page: Page, raw: Raw) -> frozenset[str]:
    """The questions that stood on the page; all of it when the sender does not say."""
    listed = raw.getlist(SHOWN)
    return frozenset(listed[0].split() if listed else (q.id for q in page.questions))

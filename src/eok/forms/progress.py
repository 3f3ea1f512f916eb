"""How far a draft is: which pages are complete, which is next, how long it still takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from eok.catalogue.schema import Page, Question, Service
from eok.forms.answers import Unprintable
from eok.forms.pages import problems
from eok.forms.typed import is_typed
from eok.forms.visible import asked


@dataclass(frozen=True)
class Progress:
    done: tuple[str, ...]
    """Ids of pages on which nothing is missing."""
    left: tuple[str, ...]
    """Ids of pages that still want something, in order."""
    minutes: int
    """About how long the rest takes; 0 when all is answered."""

    @property
    def first_unfinished(self) -> str | None:
        return self.left[0] if self.left else None


@dataclass(frozen=True)
class PlaceOfPage:
    """내용 2쪽 중 1쪽."""

    step: str
    number: int
    of: int


def progress(
    service: Service, answers: Mapping[str, Any], today: date, *, unprintable: Unprintable | None = None
) -> Progress:
    """today: the day in Seoul.  unprintable: as in `incomplete_pages`."""
    left = tuple(incomplete_pages(service, answers, today, unprintable=unprintable))
    done = tuple(page.id for page in pages_asked(service, answers) if page.id not in left)
    share = len(left) / max(len(left) + len(done), 1)
    return Progress(done, left, ceil(service.minutes * share))


def incomplete_pages(
    service: Service, answers: Mapping[str, Any], today: date, *, unprintable: Unprintable | None = None
) -> Iterator[str]:
    """Ids of pages that stand in the way of filing: an answer is missing, does not hold any more, or is none yet.

    unprintable: which characters the certificate cannot show (papers.fonts.unprintable).
    """
    yield from incomplete(service, answers, asked(service, answers), today, unprintable=unprintable)


def incomplete(
    service: Service,
    answers: Mapping[str, Any],
    shown: Sequence[Question],
    today: date,
    *,
    unprintable: Unprintable | None = None,
) -> Iterator[str]:
    """As `incomplete_pages`, where what is asked is known already."""
    none_yet = {q.id for q in shown if is_typed(answers.get(q.id))}
    for page in service.form.pages:
        typed = any(q.id in none_yet for q in page.questions)
        if typed or any(problems(service, page, answers, shown, today=today, unprintable=unprintable)):
            yield page.id


def pages_asked(service: Service, answers: Mapping[str, Any]) -> tuple[Page, ...]:
    """Pages with at least one question for these answers."""
    shown = {question.id for question in asked(service, answers)}
    return tuple(page for page in service.form.pages if any(q.id in shown for q in page.questions))


def place_of(service: Service, page: Page, answers: Mapping[str, Any]) -> PlaceOfPage:
    """Where a page stands among the pages of its step."""
    same = [p.id for p in pages_asked(service, answers) if p.step.ko == page.step.ko]
    return PlaceOfPage(page.step.ko, same.index(page.id) + 1, len(same))

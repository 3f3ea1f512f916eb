"""What stands around a page of an application: the steps, the time of saving, what remains, who helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from eok.catalogue.schema import Page
from eok.forms import evaluate
from eok.offices import queries as offices
from eok.offices.district import Department
from eok.papers import fonts
from eok.portal import filling
from eok.portal.filling import PAPERS, REVIEW, SUBMIT, Writing

Remains = tuple[str, tuple[str, ...]]
"""Title and lines."""
WORDS = {PAPERS: "서류", REVIEW: "확인", SUBMIT: "제출"}


@dataclass(frozen=True)
class Frame:
    steps: tuple[str, ...]
    current: int
    """Counted from 1."""
    urls: Mapping[int, str]
    """Addresses of the steps behind."""
    saved_at: datetime
    kept_until: date
    department: Department
    back: str
    """Address of the page before; empty on the first."""
    remains: Remains
    """What is left."""


def frame(current: Writing, place: str, remains: Remains | None = None) -> Frame:
    """place: id of a page, `papers`, `review` or `submit`. remains: instead of the usual lines."""
    steps = _steps(current)
    now = steps.index(_step_of(current, place)) + 1
    return Frame(
        steps=steps,
        current=now,
        urls={n: _address(current, step) for n, step in enumerate(steps[: now - 1], start=1)},
        saved_at=current.draft.saved_at,
        kept_until=current.draft.expires_on,
        department=offices.department(current.service.office, on=filling.today()),
        back=filling.previous_stop(current, place),
        remains=remains or _remains(current, place),
    )


def _steps(current: Writing) -> tuple[str, ...]:
    """신청인 → 내용 → 서류 → 확인 → 제출."""
    own = tuple(dict.fromkeys(page.step.ko for page in current.service.form.pages))
    ends = (PAPERS, REVIEW, SUBMIT) if current.service.papers else (REVIEW, SUBMIT)
    return (*own, *(WORDS[end] for end in ends))


def _step_of(current: Writing, place: str) -> str:
    return WORDS.get(place) or filling.page_of(current.service, place).step.ko


def _address(current: Writing, step: str) -> str:
    """The first page of a step."""
    for page in current.service.form.pages:
        if page.step.ko == step:
            return filling.address(current, page.id)
    return filling.address(current, next(key for key, word in WORDS.items() if word == step))


def _remains(current: Writing, place: str) -> Remains:
    if place in WORDS:
        return f"{WORDS[place]} 단계", ()
    page = filling.page_of(current.service, place)
    answers, day = current.content.answers, filling.today()
    left = evaluate.progress(current.service, answers, day, unprintable=fonts.unprintable)
    return _title(current, page), (f"약 {left.minutes}분 남았어요.",) if left.minutes else ()


def _title(current: Writing, page: Page) -> str:
    """내용 2쪽 중 1쪽."""
    if page not in evaluate.pages_asked(current.service, current.content.answers):
        return page.step.ko
    where = evaluate.place_of(current.service, page, current.content.answers)
    return f"{where.step} {where.of}쪽 중 {where.number}쪽" if where.of > 1 else where.step

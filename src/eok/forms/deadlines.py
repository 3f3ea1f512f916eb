"""The day to file by, counted from an answer, and what is said of it: late is told and may have a price, never refused.

The affair's file names the date, the length and what the law lets follow (`deadlines`); the counting stands in
`rules/deadline.py` (행정기본법 §6①, 민법 §157, §161).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eok.catalogue.schema import Deadline, Question, Sentence, Service, Source
from eok.forms import bounds, sentences
from eok.forms.visible import filed_answers
from eok.rules import deadline
from eok.rules.calendar import Calendar
from eok.rules.deadline import Counted
from eok.rules.periods import Period
from eok.rules.words import day_ko

NO_HOLIDAYS = "그해의 공휴일은 적혀 있지 않아 토요일과 일요일만 쉬는 날로 셌어요."
"""A day of long ago, or far ahead: the calendar does not reach it."""


@dataclass(frozen=True)
class DeadlineTold:
    """One deadline of a filing, counted and in words."""

    question: str
    """Id of the date it is counted from."""
    late: bool
    sentence: str
    may_follow: Sentence | None
    """What the law lets follow; only when it is late."""
    source: Source
    counted: Counted


def told(
    service: Service, answers: Mapping[str, Any], calendar: Calendar, *, filed_on: date
) -> tuple[DeadlineTold, ...]:
    """What can be counted from the answers. filed_on: the day of filing in Seoul; today before it is filed."""
    if not service.deadlines:
        return ()
    filed = filed_answers(service, answers)
    questions = {q.id: q for q in service.form.questions()}
    found = ((one, bounds.iso(filed.get(one.of))) for one in service.deadlines)
    return tuple(
        _told(questions[one.of], one, _count(one, day, calendar, filed_on), calendar)
        for one, day in found
        if day is not None
    )


def _count(one: Deadline, day: date, calendar: Calendar, filed_on: date) -> Counted:
    if one.before is not None:
        return deadline.before(day, one.before.value, filed_on=filed_on)
    assert one.within is not None  # the file has one of the two
    return deadline.after(day, Period(one.within.value, one.within.unit), calendar, filed_on=filed_on)


def _told(question: Question, one: Deadline, counted: Counted, calendar: Calendar) -> DeadlineTold:
    fact = one.before or one.within
    assert fact is not None
    late = counted.days_late > 0
    known = one.before is not None or calendar.is_known(counted.last_on)
    return DeadlineTold(
        question.id,
        late,
        " ".join((*_sentences(question, one, counted), *(() if known else (NO_HOLIDAYS,)))),
        one.may_follow if late else None,
        fact.source,
        counted,
    )


def _sentences(question: Question, one: Deadline, counted: Counted) -> Iterator[str]:
    fact = one.before or one.within
    assert fact is not None
    day = sentences.noun(question)
    if fact.value == 0:
        rule = f"{day}, 시작하기 전에"
    else:
        length = Period(fact.value, fact.unit).words
        rule = f"{day} {length} 전까지" if one.before else f"{day}부터 {length} 안에"
    last = f"{counted.last_on.year}년 {day_ko(counted.last_on)}"
    yield f"{rule} 신고해야 해요. {last}까지예요."
    if counted.days_late:
        yield f"{counted.days_late}일 지났지만 지금도 신고할 수 있어요."
    elif counted.days_left:
        yield f"아직 {counted.days_left}일 남았어요."
    else:
        yield "오늘이 마지막 날이에요."

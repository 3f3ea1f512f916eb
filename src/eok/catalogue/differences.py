"""What differs between two states of an affair, in words: before a change of the law and after it.

For the page that tells of a coming change, and for the officer who decides a filing made under another state
(행정기본법 §14②). Lists tell only what goes and what comes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from eok.catalogue.schema import Deadline, PeriodFact, PeriodRow, Sentence, Service
from eok.core import clock
from eok.krds.filters import won
from eok.offices import queries as offices

NONE = "없음"
AS_IT_IS, OTHERWISE = "지금 그대로", "자세한 내용이 바뀌어요"
"""Where the words people read first are the same."""

Words = str | tuple[str, ...]
"""A tuple is a list of which each entry may come or go."""


@dataclass(frozen=True)
class Difference:
    """One fact that is not the same."""

    label: str
    before: str
    after: str


def differences(before: Service, after: Service) -> tuple[Difference, ...]:
    """Every field that differs, in the order of the affair's page."""
    return tuple(_differing(before, after))


def period_ko(fact: PeriodFact | PeriodRow) -> str:
    """A statutory period in words."""
    words = {
        "hours": f"근무시간 {fact.value}시간",
        "days": f"근무일 {fact.value}일",
        "weeks": f"{fact.value}주",
        "months": f"{fact.value}달",
    }
    return words.get(fact.unit, "바로(근무시간 3시간)")


def _differing(before: Service, after: Service) -> Iterator[Difference]:
    for field, label, say in _FIELDS:
        words = say(before), say(after)
        if words[0] != words[1] or _unsourced(before, field) != _unsourced(after, field):
            yield Difference(label, *_said(*words))


def _unsourced(service: Service, field: str) -> object:
    """The fact alone: where it was read is no difference for whoever files."""
    return _without_sources(service.model_dump(mode="json", include={field}))


def _without_sources(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_sources(part) for key, part in value.items() if key != "source"}
    return [_without_sources(part) for part in value] if isinstance(value, list) else value


def _said(before: Words, after: Words) -> tuple[str, str]:
    if before == after:
        return AS_IT_IS, OTHERWISE
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _listed(one for one in before if one not in after), _listed(
            one for one in after if one not in before
        )
    return str(before) or NONE, str(after) or NONE


def _listed(entries: Iterable[str]) -> str:
    return ", ".join(entries) or NONE


def _sentence(said: Sentence | None) -> str:
    return said.text.ko if said else ""


def _deadline(one: Deadline) -> str:
    fact = one.before or one.within
    units = {"days": "일", "weeks": "주", "months": "달"}
    length = f"{fact.value}{units.get(fact.unit, '')}" if fact else ""
    return f"{length} 전까지" if one.before else f"{length} 안에"


def _form(service: Service) -> Words:
    form = service.form
    return (f"{form.title}({form.law} {form.number})", *(f"‘{q.label.ko}’ 묻기" for q in form.questions()))


def _tax_class(service: Service) -> str:
    tax = service.licence_tax
    return f"제{tax.class_}종" if tax and tax.class_ else ""


def _department(service: Service) -> str:
    today = clock.seoul_now().date()
    return next((d.name for d in offices.departments(today) if d.key == service.office), "새 부서")


_FIELDS: tuple[tuple[str, str, Callable[[Service], Words]], ...] = (
    ("name", "이름", lambda s: s.name.ko),
    ("summary", "하는 일", lambda s: s.summary.ko),
    ("who", "누가", lambda s: s.who.text.ko),
    ("when", "언제", lambda s: s.when.text.ko),
    ("filing_deadline", "법정 기한", lambda s: _sentence(s.filing_deadline)),
    ("deadlines", "기한을 세는 법", lambda s: tuple(map(_deadline, s.deadlines))),
    ("not_needed", "안 해도 될 때", lambda s: _sentence(s.not_needed)),
    ("warnings", "주의할 것", lambda s: tuple(w.text.ko for w in s.warnings)),
    ("papers", "준비할 것", lambda s: tuple(p.name.ko for p in s.papers)),
    ("fee", "수수료", lambda s: won(s.fee.won)),
    ("licence_tax", "등록면허세의 종", _tax_class),
    ("processing_period", "처리 기간", lambda s: period_ko(s.processing_period)),
    ("deemed_after", "수리한 것으로 보는 때", lambda s: period_ko(s.deemed_after) if s.deemed_after else ""),
    ("accept", "접수", lambda s: "자동" if s.accept == "auto" else "담당자가 확인한 뒤"),
    ("form", "신청서", _form),
    ("review", "구청이 확인하는 것", lambda s: tuple(r.question.ko for r in s.review)),
    ("supplement_reasons", "보완을 요구할 까닭", lambda s: tuple(r.text.ko for r in s.supplement_reasons)),
    ("refusal_reasons", "거부할 수 있는 까닭", lambda s: tuple(r.text.ko for r in s.refusal_reasons)),
    ("register", "대장에 적는 것", lambda s: "" if s.register else NONE),
    ("result", "받는 것", lambda s: s.result.ko),
    ("certificate", "증서", lambda s: "있음" if s.certificate else ""),
    ("office", "담당 부서", _department),
    ("law", "근거 법령", lambda s: tuple(x.source.cite or x.text.ko for x in s.law)),
)
"""Field of a service, what the page calls it, how it is said."""

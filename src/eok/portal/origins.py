"""Where each fact of an affair's page comes from, as the page says it: the grade stands beside what is not law."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from eok.catalogue.differences import period_ko
from eok.catalogue.schema import Grade, Sentence, Service, Source, Text
from eok.krds.filters import date_ko
from eok.krds.parts import Origin
from eok.law.citations import Cited, cited

READ_AT = {Grade.REFERENCE: "다른 기관의 안내"}
TAX_CLOSURE = "함께 낼 수 있어요. 받으면 구청이 지체 없이 세무서에 보내요."
NOT_YET = "아직 확인하지 못했어요."


@dataclass(frozen=True)
class Told:
    """One statement of the page."""

    term: str
    text: str
    origin: Origin
    said: Text | None = None
    """The text with its other words."""


@dataclass(frozen=True)
class LawLine:
    """One line of 근거 법령."""

    cited: Cited
    origin: Origin | None
    """None when it was read in the law; the article itself is never said twice."""


def origin(source: Source) -> Origin:
    """The source in the words of a page."""
    web = source.where if source.where and source.where.startswith("http") else ""
    where = source.where if source.where and not web else ""
    who = " · ".join(filter(None, (source.by, where))) or (
        READ_AT.get(source.grade, "읽은 곳") if web else ""
    )
    if source.grade is Grade.OPEN and not (source.cite or who):
        who = NOT_YET
    done = "정함" if source.grade is Grade.DISTRICT else "읽음"
    on = f"{date_ko(source.on)}에 {done}" if source.on else ""
    return Origin(source.grade.value, source.cite or "", who, web, on)


def told(service: Service) -> tuple[Told, ...]:
    """Who must file, by when, and when one need not."""
    return tuple(_told(service))


def warnings(service: Service) -> tuple[Told, ...]:
    return tuple(Told("", w.text.ko, origin(w.source), w.text) for w in service.warnings)


def coming(service: Service) -> tuple[Told, ...]:
    """Changes of the law that are known; the term is the day they come."""
    return tuple(Told(f"{date_ko(c.on)}부터 바뀌어요", c.text.ko, origin(c.source)) for c in service.coming)


def periods(service: Service) -> tuple[Told, ...]:
    """Lengths that hold only for some answers; the term says for which."""
    rows = service.processing_period.by
    return tuple(Told(row.name.ko, period_ko(row), origin(row.source)) for row in rows)


def law_lines(service: Service) -> tuple[LawLine, ...]:
    return tuple(
        LawLine(
            cited(said.source.cite or "", said.text.ko),
            None if said.source.grade is Grade.LAW else replace(origin(said.source), cite=""),
        )
        for said in service.law
    )


def _told(service: Service) -> Iterator[Told]:
    lines: tuple[tuple[str, Sentence | None], ...] = (
        ("누가", service.who),
        ("언제", service.when),
        ("법정 기한", service.filing_deadline),
        ("안 해도 될 때", service.not_needed),
    )
    for term, said in lines:
        if said is not None:
            yield Told(term, said.text.ko, origin(said.source), said.text)
    if service.tax_closure is not None:
        yield Told("세무서 폐업신고", TAX_CLOSURE, origin(service.tax_closure.source))

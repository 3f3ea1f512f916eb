"""What is searched: one entry for each affair, its texts in fields of different weight."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from eok.catalogue.schema import Service
from eok.law.grammar import Citation
from eok.law.library import Library
from eok.offices import queries as offices


@dataclass(frozen=True)
class Entry:
    """One affair as the index sees it."""

    id: str
    title: str
    names: tuple[str, ...]
    """Further names: of the form, in plain words."""
    headings: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    """Sentences written for people: what it is, when it is done."""
    papers: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    office: str = ""
    weight: float = 0.0
    """Small bonus for what many people look for."""
    facets: dict[str, str] = field(default_factory=dict)
    """channel, period, sector, fee: see `facets.py`."""


def entry(service: Service, library: Library, on: date) -> Entry:
    """The entry of a service."""
    citations = [c for said in service.law for c in library.read(said.source.cite or "")]
    return Entry(
        id=service.id,
        title=service.name.ko,
        names=(service.form.title, *filter(None, [service.name.easy])),
        headings=tuple(filter(None, dict.fromkeys(library.heading(c) for c in citations))),
        law=(*_laws(citations), *_spoken(service), service.form.number),
        said=(service.summary.ko, service.popular_when.ko if service.popular_when else ""),
        papers=tuple(paper.name.ko for paper in service.papers),
        body=_body(service),
        office=offices.department(service.office, on).name,
        weight=0.05 if service.popular else 0.0,
        facets=_facets(service),
    )


def _spoken(service: Service) -> list[str]:
    """The law as it is cited: `전자상거래법 §12①`."""
    return [said.source.cite or "" for said in service.law]


def _laws(citations: Iterable[Citation]) -> list[str]:
    """Whole titles, and articles as people write them: `제12조`."""
    lines = [line for c in citations for line in (c.law, _article(c))]
    return list(dict.fromkeys(lines))


def _article(citation: Citation) -> str:
    number, _, branch = citation.article.partition("의")
    return f"제{number}조의{branch}" if branch else f"제{number}조"


def _body(service: Service) -> tuple[str, ...]:
    sentences = [service.who, service.when, *service.law, *service.warnings]
    questions = service.form.questions()
    return (
        *(sentence.text.ko for sentence in sentences),
        *(question.label.ko for question in questions),
        *(option.label.ko for question in questions for option in question.options),
        *(option.help.ko for question in questions for option in question.options if option.help),
        service.result.ko,
    )


def _facets(service: Service) -> dict[str, str]:
    period = service.processing_period
    days = period.value if period.unit == "days" else 0
    immediate = period.unit in ("immediate", "hours")
    return {
        "channel": service.channel,
        "period": "now" if immediate else "soon" if 0 < days <= 3 else "later",
        "sector": service.sector,
        "fee": "none" if service.fee.won == 0 else "some",
    }

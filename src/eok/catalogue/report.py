"""The catalogue as machines read it: one line per service, one service resolved, the counts."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eok.catalogue import facts, texts
from eok.catalogue.form_schema import Privacy
from eok.catalogue.privacy import ground_of
from eok.catalogue.schema import LookUp, Paper, PeriodFact, Question, Sentence, Service, Source


def line(service: Service) -> dict[str, Any]:
    """`list --json`: where it comes from and how sure it is."""
    return {
        "id": service.id,
        "title": service.name.ko,
        "law": service.form.law,
        "form": service.form.number,
        "review": facts.review(service),
        "channel": service.channel,
    }


def resolved(service: Service) -> dict[str, Any]:
    """`show ID --json`: the facts, each with its source."""
    return line(service) | {
        "sector": service.sector,
        "office": service.office,
        "papers": [_paper(paper) for paper in service.papers],
        "lookups": [_lookup(paper, paper.look_up) for paper in service.papers if paper.look_up],
        "questions": [_question(service, question) for question in service.form.questions()],
        "processing_period": _period(service.processing_period),
        "deemed_after": _period(service.deemed_after),
        "filing_deadline": _sentence(service.filing_deadline),
        "fee": {"won": service.fee.won, "source": _source(service.fee.source)},
        "licence_tax": _tax(service),
        "certificate": {"id": service.certificate, "source": _source(service.form.source)}
        if service.certificate
        else None,
        "form_title": service.form.title,
        "source": _source(service.form.source),
    }


def stats(services: Iterable[Service], systems: Path) -> dict[str, Any]:
    """`stats --json`."""
    every = list(services)
    in_house = [s for s in every if s.channel == "in_house"]
    return {
        "services": len(every),
        "forms_in_house": len({(s.form.law, s.form.number) for s in in_house}),
        "forms_linked": len({(s.form.law, s.form.number) for s in every if s.channel == "linked"}),
        "systems": len(list(systems.glob("*.yaml"))),
        "by_sector": dict(sorted(Counter(s.sector for s in every).items())),
        "by_review": dict(sorted(Counter(map(facts.review, every)).items())),
        "texts": texts.counts(every),
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "id": paper.id,
        "name": paper.name.ko,
        "form": paper.form,
        "when": paper.when,
        "mode": "look_up" if paper.look_up else "upload",
        "source": _source(paper.source),
    }


def _lookup(paper: Paper, look_up: LookUp) -> dict[str, Any]:
    return {
        "paper": paper.id,
        "name": paper.name.ko,
        "kind": look_up.kind,
        "shows": list(look_up.shows),
        "consent": look_up.consent,
        "source": _source(paper.source),
    }


def _question(service: Service, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "type": question.type,
        "label": question.label.ko,
        "official": question.official,
        "required": question.required,
        "when": question.when,
        "value": question.value,
        "options": [option.value for option in question.options],
        "privacy": question.privacy.value,
        "ground": ground_of(service.form, question) if question.privacy is not Privacy.PUBLIC else None,
        "source": _source(question.why.source) if question.why else None,
    }


def _period(period: PeriodFact | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {"value": period.value, "unit": period.unit, "source": _source(period.source)}


def _sentence(sentence: Sentence | None) -> dict[str, Any] | None:
    return {"text": sentence.text.ko, "source": _source(sentence.source)} if sentence else None


def _tax(service: Service) -> dict[str, Any] | None:
    tax = service.licence_tax
    return {"class": tax.class_, "source": _source(tax.source)} if tax else None


def _source(source: Source) -> dict[str, Any]:
    return source.model_dump(mode="json", exclude_none=True)

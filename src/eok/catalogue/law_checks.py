"""Holds each service against the statutes: its form's number and title, its papers' names."""

import re
from collections.abc import Iterator

from eok.catalogue import queries
from eok.catalogue.places import problem
from eok.catalogue.schema import Paper, Service
from eok.law.checks import Finding
from eok.law.library import library
from eok.law.shelves import Statutes
from eok.offices.data_file import Loc


def services(statutes: Statutes) -> Iterator[Finding]:
    """Every finding of every service."""
    for service in queries.all_services():
        yield from _form(service, statutes)
        for index, paper in enumerate(service.papers):
            yield from _paper(service, paper, index, statutes)


def _form(service: Service, statutes: Statutes) -> Iterator[Finding]:
    form = service.form
    statute = statutes.get(form.law)
    if statute is None:
        yield _finding(service, ("form", "law"), "form", f"{form.law}의 글이 없습니다")
    elif form.number not in statute.forms:
        yield _finding(service, ("form", "number"), "form", f"{form.law}에 {form.number}이(가) 없습니다")
    elif _plain(statute.forms[form.number]) != _plain(form.title):
        said = statute.forms[form.number]
        yield _finding(service, ("form", "title"), "form", f"{form.number}의 제목은 ‘{said}’입니다")


def _paper(service: Service, paper: Paper, index: int, statutes: Statutes) -> Iterator[Finding]:
    """A paper is named by an article it cites, by its words or by its form's number."""
    statute = statutes.get(service.form.law)
    if paper.form and statute and _plain(statute.forms.get(paper.form, "")) != _plain(paper.name.ko):
        said = statute.forms.get(paper.form, "없는 서식")
        yield _finding(service, ("papers", index, "form"), "paper", f"{paper.form}은(는) ‘{said}’입니다")
    text = _plain(_cited_text(paper, statutes))
    if paper.source.cite and not all(word in text for word in _words(paper.name.ko)):
        said = f"‘{paper.name.ko}’이(가) {paper.source.cite}의 글에 없습니다"
        yield _finding(service, ("papers", index, "name"), "paper", said)


def _cited_text(paper: Paper, statutes: Statutes) -> str:
    texts = []
    for citation in library().read(paper.source.cite or ""):
        statute = statutes.get(citation.law)
        texts.append(statute.articles.get(citation.article, ("", ""))[1] if statute else "")
    return "\n".join(texts)


def _words(name: str) -> list[str]:
    """Words of two letters and more outside brackets; endings that only join our words are cut."""
    words = re.findall(r"[가-힣]{2,}", re.sub(r"\([^)]*\)", "", name))
    return [
        re.sub(r"(?:에게|으로|을|를|의|이|가|은|는)$", "", word) if len(word) > 2 else word for word in words
    ]


def _plain(text: str) -> str:
    return re.sub(r"[\sㆍ·\[\]]|<[^>]*>", "", text)


def _finding(service: Service, loc: Loc, kind: str, text: str) -> Finding:
    found = problem(service.id, loc, text)
    return Finding(found.file, found.line, kind, text)

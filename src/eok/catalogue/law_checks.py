"""Holds each service against the statutes: its form's number and title, its papers' names, its periods and deadlines."""

import re
from collections.abc import Iterator

from eok.catalogue import queries
from eok.catalogue.places import problem
from eok.catalogue.schema import Paper, PeriodFact, PeriodRow, Service
from eok.catalogue.sources import Grade, Source
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
        yield from _periods(service, statutes)
        yield from _filing_deadline(service, statutes)


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


def _periods(service: Service, statutes: Statutes) -> Iterator[Finding]:
    """A length of time read in a statute stands in the paragraph it cites."""
    for loc, period, kind in _lengths(service):
        text, words = _passage(period.source, statutes), _length(period)
        if text and not _stands(words, text):
            yield _finding(service, loc, kind, f"‘{words}’이(가) {period.source.cite}의 글에 없습니다")


def _lengths(service: Service) -> Iterator[tuple[Loc, PeriodFact | PeriodRow, str]]:
    for name in ("processing_period", "deemed_after"):
        if fact := getattr(service, name):
            yield (name,), fact, "period"
            yield from (((name, "by", n), row, "period") for n, row in enumerate(fact.by))
    for index, deadline in enumerate(service.deadlines):
        for name in ("within", "before"):
            if period := getattr(deadline, name):
                yield ("deadlines", index, name), period, "deadline"


def _filing_deadline(service: Service, statutes: Statutes) -> Iterator[Finding]:
    """Every length the sentence names (`15일`) stands in the paragraph it cites."""
    told = service.filing_deadline
    if told is None:
        return
    text = _passage(told.source, statutes)
    for words in _LENGTH.findall(told.text.ko) if text else ():
        if not _stands(words, text):
            said = f"‘{words}’이(가) {told.source.cite}의 글에 없습니다"
            yield _finding(service, ("filing_deadline", "text"), "deadline", said)


_LENGTH = re.compile(r"\d+(?:일|개월|년|주|시간)")
_UNITS = {"days": "일", "weeks": "주", "months": "개월", "hours": "시간"}


def _length(period: PeriodFact | PeriodRow) -> str:
    if period.unit == "days" and period.value == 0:
        return "전까지"
    return "즉시" if period.unit == "immediate" else f"{period.value}{_UNITS[period.unit]}"


def _stands(words: str, text: str) -> bool:
    """Whole: 5일 does not stand in 15일."""
    return re.search(rf"(?<!\d){words}", text) is not None


def _passage(source: Source, statutes: Statutes) -> str:
    """Text of the paragraphs a fact read in a statute cites; empty for any other fact."""
    if source.grade is not Grade.LAW:
        return ""
    cited = [(one, statutes.get(one.law)) for one in library().read(source.cite or "")]
    return "\n".join(statute.passage(one.article, one.paragraph) for one, statute in cited if statute)


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

"""Searching: `search(words)` and `suggest(words)` over the catalogue of this moment."""

from django.conf import settings

from eok.catalogue import queries as catalogue
from eok.catalogue.loader import Loaded
from eok.core import clock
from eok.law.library import library
from eok.search import facets, lexicon
from eok.search.analyse import Concept
from eok.search.engine import Answer, Engine
from eok.search.entries import Entry, entry
from eok.search.facets import Filters
from eok.search.rank import Ranked
from eok.search.results import Ask, Hit, Results, Why
from eok.search.suggest import LIMIT, Suggestion

_kept: list[tuple[Loaded, Engine]] = []


def search(words: str, filters: Filters | None = None, *, as_typed: bool = False) -> Results:
    """Find affairs by people's words. `as_typed` corrects nothing."""
    chosen = filters or Filters()
    machine = engine()
    found = machine.answer(words, as_typed=as_typed)
    hits = tuple(_hit(machine, found, one) for one in found.good)
    ask = _ask(machine, found)

    def entry_of(hit: Hit) -> Entry:
        return machine.entries[hit.service.id]

    kept = facets.keep(hits, entry_of, chosen)
    first = _hit(machine, found, found.winner) if found.winner else None
    return Results(
        words=words,
        hits=kept,
        winner=first if first in kept else None,
        ask_back=ask,
        corrected=found.analysis.corrections,
        abstained=not hits and ask is None,
        near=tuple(_hit(machine, found, one) for one in found.near) if not hits else (),
        facets=facets.count(hits, entry_of, chosen, machine.lexicon),
        action=found.analysis.action,
    )


def suggest(words: str, limit: int = LIMIT) -> tuple[Suggestion, ...]:
    """Completions for the search box."""
    return engine().suggester.suggest(words, limit)


def engine() -> Engine:
    """The engine of the catalogue as it stands; made once per process and stamp."""
    loaded = catalogue.loaded()
    if not _kept or _kept[0][0] is not loaded:
        _kept[:] = [(loaded, _make(loaded))]
    return _kept[0][1]


def _make(loaded: Loaded) -> Engine:
    today = clock.seoul_now().date()
    entries = [entry(service, library(), today) for service in loaded.services.values()]
    return Engine(entries, lexicon.load(settings.EOK_DATA_DIR / "words"))


def _hit(machine: Engine, found: Answer, one: Ranked) -> Hit:
    row = machine.index.rows[one.row]
    return Hit(
        service=catalogue.get(machine.index.entries[one.entry].id),
        score=round(one.score, 4),
        coverage=round(one.coverage, 3),
        name=row.name,
        action=row.action,
        why=_why(machine, found, one),
    )


def _why(machine: Engine, found: Answer, one: Ranked) -> tuple[Why, ...]:
    row = machine.index.rows[one.row]
    if found.analysis.consonants:
        return (Why("consonants", found.analysis.text, row.name),)
    return tuple(_reason(machine, concept, row.name) for concept in one.covered if not concept.generic)


def _reason(machine: Engine, concept: Concept, name: str) -> Why:
    if concept.action:
        return Why("action", concept.source, machine.lexicon.action(concept.action).means[0])
    if concept.means and concept.source not in name:
        return Why("word", concept.source, concept.means[0])
    return Why("title", concept.source, concept.source)


def _ask(machine: Engine, found: Answer) -> Ask | None:
    """The question to ask back, with only those answers that lead somewhere."""
    question = machine.lexicon.asks.get(found.analysis.ask or "")
    if question is None:
        return None
    doing = machine.lexicon.action(found.analysis.action).say if found.analysis.action else ""
    chips = [(chip.label, f"{chip.query} {doing}".strip()) for chip in question.chips]
    leading = tuple((label, query) for label, query in chips if machine.leads_somewhere(query))
    return Ask(question.title, question.help, leading) if leading else None

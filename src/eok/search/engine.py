"""One search engine: index, lexicon, speller and suggestions of one state of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass

from eok.search.analyse import Analyser, Analysis
from eok.search.entries import Entry
from eok.search.index import Index
from eok.search.lexicon import Lexicon
from eok.search.rank import ENOUGH, Ranked, rank, winner
from eok.search.suggest import Suggester


@dataclass(frozen=True)
class Answer:
    """What the engine found, before the affairs themselves are looked up."""

    analysis: Analysis
    good: tuple[Ranked, ...]
    near: tuple[Ranked, ...]
    """Found, but too little of what was meant."""
    winner: Ranked | None


class Engine:
    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.index = Index(entries, lexicon)
        self.entries = {entry.id: entry for entry in entries}
        self._analyser = Analyser(lexicon, self.index)
        self.suggester = Suggester(self.index, lexicon)

        self._leading: dict[str, bool] = {}

    def leads_somewhere(self, query: str) -> bool:
        """Whether an answer we could offer finds an affair for what is to be done (remembered; the offers are few)."""
        if query not in self._leading:
            found = self.answer(query)
            wanted = found.analysis.action
            self._leading[query] = any(
                not wanted or self.index.rows[one.row].action == wanted for one in found.good
            )
        return self._leading[query]

    def answer(self, typed: str, *, as_typed: bool = False) -> Answer:
        """Search; never raises, whatever was typed."""
        analysis = self._analyser.analyse(typed, as_typed=as_typed)
        ranked = rank(self.index, analysis)
        good = tuple(one for one in ranked if one.coverage >= ENOUGH)
        near = tuple(one for one in ranked if one.coverage < ENOUGH and one.coverage > 0)
        return Answer(analysis, good, near, winner(self.index, analysis, good))

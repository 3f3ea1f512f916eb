"""Filters beside the results: what one wants to do, where it is filed, how long it takes, field, fee."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from eok.catalogue import shelves
from eok.search.entries import Entry
from eok.search.lexicon import Lexicon
from eok.search.results import Facet, Hit

LABELS: Mapping[str, Mapping[str, str]] = {
    "channel": {"in_house": "여기서 온라인으로", "linked": "다른 누리집에서"},
    "period": {"now": "바로", "soon": "3일 이내", "later": "4일 이상"},
    "fee": {"none": "수수료 없음"},
}


@dataclass(frozen=True)
class Filters:
    """What was chosen; empty means everything."""

    action: str = ""
    channel: str = ""
    period: str = ""
    sector: str = ""
    fee: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


def value_of(hit: Hit, entry: Entry, group: str) -> str:
    return hit.action if group == "action" else entry.facets.get(group, "")


def keep(hits: Iterable[Hit], entry_of: Callable[[Hit], Entry], filters: Filters) -> tuple[Hit, ...]:
    """Hits that have every chosen value."""
    chosen = filters.chosen
    return tuple(hit for hit in hits if all(value_of(hit, entry_of(hit), g) == v for g, v in chosen.items()))


def count(
    hits: Sequence[Hit], entry_of: Callable[[Hit], Entry], filters: Filters, lexicon: Lexicon
) -> dict[str, tuple[Facet, ...]]:
    """Each group's values with the hits each would leave, counted over all hits."""
    labels = {**LABELS, "action": {a.id: a.label for a in lexicon.actions}, "sector": _sectors()}
    out = {}
    for group in ("action", "channel", "period", "sector", "fee"):
        counts = Counter(value_of(hit, entry_of(hit), group) for hit in hits)
        chosen = getattr(filters, group)
        out[group] = tuple(
            Facet(key, label, counts[key], key == chosen)
            for key, label in labels[group].items()
            if counts[key] or key == chosen
        )
    return out


def _sectors() -> dict[str, str]:
    return {sector.id: sector.name.ko for sector in shelves.sectors()}

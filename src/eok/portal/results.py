"""Builds what the results page and the shelves show."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from eok.catalogue import queries as catalogue
from eok.catalogue.differences import period_ko
from eok.catalogue.errors import ServiceNotFoundError
from eok.catalogue.schema import Service
from eok.catalogue.shelves import Sector
from eok.search import queries as searching
from eok.search.facets import Filters
from eok.search.results import Facet, Hit, Results

GROUPS = {
    "action": "하는 일",
    "channel": "신청하는 곳",
    "period": "처리 기간",
    "sector": "분야",
    "fee": "비용",
}
LONGEST_WORDS = 200


@dataclass(frozen=True)
class Found:
    """One affair of the list."""

    service: Service
    why: tuple[str, ...]
    facts: tuple[str, ...]

    @property
    def may_apply(self) -> bool:
        return catalogue.may_open(self.service)


@dataclass(frozen=True)
class FacetLink:
    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class ResultsPage:
    words: str
    asked: Results | None
    """None: nothing was asked; the page then lists everything."""
    winner: Found | None
    hits: tuple[Found, ...]
    near: tuple[Found, ...]
    filters: tuple[tuple[str, tuple[FacetLink, ...]], ...]
    as_typed: str
    """Address of the same search without corrections; empty when nothing was corrected."""


def results(asked: Mapping[str, str]) -> ResultsPage:
    """asked: the address's parameters (q, filters, as=typed)."""
    words = asked.get("q", "").strip()[:LONGEST_WORDS]
    chosen = {key: asked.get(key, "") for key in GROUPS if asked.get(key)}
    if not words:
        everything = tuple(_plain(s) for s in catalogue.all_services())
        return ResultsPage("", None, None, everything, (), (), "")
    found = searching.search(words, Filters(**chosen), as_typed=asked.get("as") == "typed")
    winner = _found(found.winner) if found.winner else None
    rest = tuple(_found(h) for h in found.hits if h is not found.winner)
    return ResultsPage(
        words=words,
        asked=found,
        winner=winner,
        hits=rest,
        near=tuple(_found(h) for h in found.near),
        filters=_filters(words, chosen, found.facets or {}),
        as_typed=f"?{urlencode({'q': words, 'as': 'typed'})}" if found.corrected else "",
    )


def shelf(sector_id: str) -> tuple[Sector, tuple[Service, ...]]:
    """A field and its affairs. Raises ServiceNotFoundError."""
    for sector, services in catalogue.by_sector().items():
        if sector.id == sector_id:
            return sector, services
    raise ServiceNotFoundError


def _found(hit: Hit) -> Found:
    why = tuple(f"‘{w.source}’ → {w.found}" for w in hit.why if w.source and w.source != w.found)
    return Found(hit.service, why, _facts(hit.service))


def _plain(service: Service) -> Found:
    return Found(service, (), _facts(service))


def _facts(service: Service) -> tuple[str, ...]:
    period = period_ko(service.processing_period)
    fee = f"수수료 {service.fee.won:,}원" if service.fee.won else "수수료 없음"
    return (
        period,
        fee,
        f"서류 {len(service.papers)}가지 가운데 필요한 것만" if service.papers else "서류 없음",
    )


def _filters(
    words: str, chosen: Mapping[str, str], facets: Mapping[str, tuple[Facet, ...]]
) -> tuple[tuple[str, tuple[FacetLink, ...]], ...]:
    """Groups with more than one value; a chosen value's link takes it away again."""
    groups = []
    for key, title in GROUPS.items():
        links = tuple(_link(words, chosen, key, facet) for facet in facets.get(key, ()))
        if len(links) > 1 or any(link.chosen for link in links):
            groups.append((title, links))
    return tuple(groups)


def _link(words: str, chosen: Mapping[str, str], key: str, facet: Facet) -> FacetLink:
    others = {k: v for k, v in chosen.items() if k != key}
    query = {"q": words, **others, **({} if facet.chosen else {key: facet.key})}
    return FacetLink(facet.label, facet.count, f"?{urlencode(query)}", facet.chosen)

"""The whole check: every chain, every leaf, every seal, and copies kept elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from eok.trail import sources
from eok.trail.checking import chains, kept, seals
from eok.trail.checking.chains import Leaves, Sealed
from eok.trail.checking.finding import Finding, Kind, Report
from eok.trail.models import Leaf, Seal
from eok.trail.published import KeptRoot
from eok.trail.sources import Chain, Source

LeavesOf = dict[UUID, Leaves]
TOGETHER = 200
"""Chains looked at together."""


def check(copies: list[KeptRoot] | None = None) -> Report:
    """Reads only; people may go on working beside it. copies: roots as kept elsewhere."""
    report, seen = Report(), set[UUID]()
    for source in sources.registered():
        for group in _groups(source.chains()):
            seen.update(chain.stream for chain in group)
            leaves = _leaves(group)
            _count(report, group, leaves)
            report.findings += _of_group(source, group, leaves)
    report.findings += [*_gone(seen), *seals.findings(), *kept.findings(copies or [])]
    report.seals = Seal.objects.count()
    last = Seal.objects.order_by("-number").first()
    report.last_sealed_at = last.sealed_at if last else None
    return report


def _groups(all_of_them: Iterable[Chain]) -> Iterator[list[Chain]]:
    rest = iter(all_of_them)
    while group := list(islice(rest, TOGETHER)):
        yield group


def _count(report: Report, group: list[Chain], leaves: LeavesOf) -> None:
    report.chains += len(group)
    report.links += sum(len(chain.entries) for chain in group)
    report.unsealed += sum(
        entry.link.sequence not in leaves[chain.stream] for chain in group for entry in chain.entries
    )


def _of_group(source: Source, group: list[Chain], leaves: LeavesOf) -> list[Finding]:
    """What does not fit is read once more: an event may have come between two reads."""
    suspects = [chain.stream for chain in group if any(chains.findings(chain, leaves[chain.stream]))]
    again = list(source.chains(suspects)) if suspects else []
    now = _leaves(again)
    return [found for chain in again for found in chains.findings(chain, now[chain.stream])]


def _leaves(group: list[Chain]) -> LeavesOf:
    found: dict[UUID, dict[int, Sealed]] = defaultdict(dict)
    rows = Leaf.objects.filter(stream__in=[chain.stream for chain in group]).values_list(
        "stream", "sequence", "digest", "seal_id", "seal__sealed_at"
    )
    for stream, sequence, digest, number, at in rows:
        found[stream][sequence] = Sealed(bytes(digest), number, at)
    return defaultdict(dict, found)


def _gone(seen: set[UUID]) -> Iterator[Finding]:
    """Sealed chains that no room knows any more; one that came meanwhile is looked up again."""
    lost = set(Leaf.objects.values_list("stream", flat=True).distinct()) - seen
    there = {chain.stream for source in sources.registered() for chain in source.chains(lost)}
    for stream in sorted(lost - there):
        count = Leaf.objects.filter(stream=stream).count()
        text = f"사건 {stream}: 봉인한 고리 {count}개가 있는데 사건이 통째로 없습니다."
        yield Finding(Kind.GONE, f"사건 {stream}", None, text)

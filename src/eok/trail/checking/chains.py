"""One chain held against itself, against its leaves and against the clock. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from eok.trail import chain
from eok.trail.checking.finding import SLACK, Finding, Kind
from eok.trail.sources import Chain, Entry


@dataclass(frozen=True)
class Sealed:
    """What a leaf says of one link."""

    digest: bytes
    number: int
    """Of the seal."""
    at: datetime


Leaves = Mapping[int, Sealed]
"""By sequence."""


def findings(found: Chain, leaves: Leaves) -> Iterator[Finding]:
    """Everything that does not fit, by what was probably done."""
    yield from _in_itself(found)
    yield from _against_leaves(found, leaves)
    yield from _clock(found, leaves)


def _in_itself(found: Chain) -> Iterator[Finding]:
    links = [entry.link for entry in found.entries]
    fault = chain.first_fault(str(found.stream), links)
    if fault is not None:
        yield _broken(found, fault)
    elif len(links) < found.length:
        text = (
            f"{found.name}: 사건 이력 {len(links) + 1}번부터 {found.length}번까지 없습니다. 끝이 잘렸습니다."
        )
        yield Finding(Kind.CUT, found.name, len(links) + 1, text)
    elif found.head != (links[-1].digest if links else b""):
        text = f"{found.name}: 사건에 적힌 사슬의 끝이 사건 이력 {len(links)}번과 다릅니다."
        yield Finding(Kind.CHANGED, found.name, len(links), text)


def _broken(found: Chain, fault: int) -> Finding:
    if any(entry.link.sequence == fault for entry in found.entries):
        text = f"{found.name}: 사건 이력 {fault}번이 적힌 뒤에 바뀌었습니다."
        return Finding(Kind.CHANGED, found.name, fault, text)
    text = f"{found.name}: 사건 이력 {fault}번이 없습니다. 가운데에서 지워졌습니다."
    return Finding(Kind.REMOVED, found.name, fault, text)


def _against_leaves(found: Chain, leaves: Leaves) -> Iterator[Finding]:
    digests = {entry.link.sequence: entry.link.digest for entry in found.entries}
    last = max(digests, default=0)
    lost = sorted(sequence for sequence in leaves if sequence > last)
    if lost and last >= found.length:
        text = f"{found.name}: 봉인한 사건 이력 {lost[0]}번부터 {lost[-1]}번까지 없습니다. 끝이 잘렸습니다."
        yield Finding(Kind.CUT, found.name, lost[0], text)
    for sequence, sealed in sorted(leaves.items()):
        if digests.get(sequence, sealed.digest) != sealed.digest:
            text = (
                f"{found.name}: 사건 이력 {sequence}번의 고리가 봉인 {sealed.number}번에 적힌 것과 다릅니다. "
                "봉인한 뒤에 사슬을 다시 계산했습니다."
            )
            yield Finding(Kind.RECOMPUTED, found.name, sequence, text)
            return


def _clock(found: Chain, leaves: Leaves) -> Iterator[Finding]:
    for entry in found.entries:
        sealed = leaves.get(entry.link.sequence)
        if sealed and entry.at > sealed.at + SLACK:
            yield _moved_back(found, entry, "봉인한 때보다 늦습니다")
    for before, entry in pairwise(found.entries):
        if entry.at < before.at - SLACK:
            yield _moved_back(found, entry, "앞 사건 이력보다 이릅니다")
        elif not entry.by_rule and _before_the_seal(before, entry, leaves):
            yield _moved_back(found, entry, "앞 사건 이력을 봉인한 때보다 이릅니다")


def _before_the_seal(before: Entry, entry: Entry, leaves: Leaves) -> bool:
    """Whether it claims to be older than a seal that knows only the link before."""
    sealed, own = leaves.get(before.link.sequence), leaves.get(entry.link.sequence)
    if sealed is None or (own and own.number == sealed.number):
        return False
    return entry.at < sealed.at - SLACK


def _moved_back(found: Chain, entry: Entry, why: str) -> Finding:
    sequence = entry.link.sequence
    text = f"{found.name}: 사건 이력 {sequence}번의 때가 {why}. 시계가 뒤로 갔습니다."
    return Finding(Kind.CLOCK, found.name, sequence, text)

"""The chains of all cases, as the room trail seals and checks them (`trail/sources.py`)."""

from collections.abc import Collection, Iterator
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from eok.casework import actors, record
from eok.casework.models import Case, CaseEvent
from eok.trail.chain import Link
from eok.trail.models import Leaf
from eok.trail.sources import Chain, Entry, NewLink

STRETCH = 1000
"""Events looked at together; so many sealed ones in a row end the walk back from the newest.

On PostgreSQL an event may become visible after later ones were sealed: its number was given before its
commit. So no number is a line behind which nothing new can be.
"""
CASES = 200
"""Cases read together when all are checked."""


class CaseChains:
    """See `eok.trail.sources.Source`."""

    def new_links(self, *, all_of_them: bool) -> list[NewLink]:
        return list(_everywhere() if all_of_them else _near_the_newest())

    def chains(self, streams: Collection[UUID] | None = None) -> Iterator[Chain]:
        if streams is not None:
            yield from _chains(list(Case.objects.filter(pk__in=streams)))
            return
        after = UUID(int=0)
        while cases := list(Case.objects.filter(pk__gt=after).order_by("pk")[:CASES]):
            yield from _chains(cases)
            after = cases[-1].pk


def _everywhere() -> Iterator[NewLink]:
    rows = CaseEvent.objects.filter(~_leaf()).values_list("case_id", "sequence", "digest")
    for stream, sequence, digest in rows.iterator():
        yield NewLink(stream, sequence, bytes(digest))


def _near_the_newest() -> Iterator[NewLink]:
    below: int | None = None
    while stretch := _stretch(below):
        new = [event for event in stretch if not event.is_sealed]  # type: ignore[attr-defined]  # annotated
        yield from (NewLink(event.case_id, event.sequence, bytes(event.digest)) for event in new)
        if not new:
            return
        below = stretch[-1].pk


def _stretch(below: int | None) -> list[CaseEvent]:
    rows: QuerySet[CaseEvent] = CaseEvent.objects.only("case_id", "sequence", "digest")
    if below is not None:
        rows = rows.filter(pk__lt=below)
    return list(rows.annotate(is_sealed=_leaf()).order_by("-pk")[:STRETCH])


def _leaf() -> Exists:
    return Exists(Leaf.objects.filter(stream=OuterRef("case_id"), sequence=OuterRef("sequence")))


def _chains(cases: list[Case]) -> Iterator[Chain]:
    rows = CaseEvent.objects.filter(case__in=cases).order_by("case_id", "sequence")
    events = {case_id: list(own) for case_id, own in groupby(rows, key=lambda event: event.case_id)}
    for case in cases:
        entries = tuple(_entry(event) for event in events.get(case.pk, ()))
        yield Chain(case.pk, f"사건 {case}", case.sequence, bytes(case.head), entries)


def _entry(event: CaseEvent) -> Entry:
    by_rule = event.verb == "accept" and event.actor_kind == actors.SYSTEM.kind
    link = Link(event.sequence, record.content(event), bytes(event.previous), bytes(event.digest))
    return Entry(link, event.at, by_rule)

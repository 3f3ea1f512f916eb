"""The chains of all entries, as the room trail seals and checks them (`trail/sources.py`)."""

from collections.abc import Collection, Iterator
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from eok.core import clock
from eok.licences import held, record
from eok.licences.models import Licence, LicenceEvent
from eok.trail.chain import Link
from eok.trail.models import Leaf
from eok.trail.sources import Chain, Entry, NewLink

STRETCH = 1000
"""Events looked at together; so many sealed ones in a row end the walk back from the newest."""
TOGETHER = 200
"""Entries read together when all are checked."""


class LicenceChains:
    """See `eok.trail.sources.Source`."""

    def new_links(self, *, all_of_them: bool) -> list[NewLink]:
        held.link_everywhere()
        return list(_everywhere() if all_of_them else _near_the_newest())

    def chains(self, streams: Collection[UUID] | None = None) -> Iterator[Chain]:
        if streams is not None:
            yield from _chains(list(Licence.objects.filter(pk__in=streams)))
            return
        after = UUID(int=0)
        while group := list(Licence.objects.filter(pk__gt=after).order_by("pk")[:TOGETHER]):
            yield from _chains(group)
            after = group[-1].pk


def _everywhere() -> Iterator[NewLink]:
    for event in LicenceEvent.objects.filter(~_leaf()).only("licence_id", "sequence", "digest").iterator():
        yield _new(event)


def _near_the_newest() -> Iterator[NewLink]:
    below: int | None = None
    while stretch := _stretch(below):
        new = [event for event in stretch if not event.is_sealed]  # type: ignore[attr-defined]  # annotated
        yield from map(_new, new)
        if not new:
            return
        below = stretch[-1].pk


def _stretch(below: int | None) -> list[LicenceEvent]:
    rows: QuerySet[LicenceEvent] = LicenceEvent.objects.only("licence_id", "sequence", "digest")
    if below is not None:
        rows = rows.filter(pk__lt=below)
    return list(rows.annotate(is_sealed=_leaf()).order_by("-pk")[:STRETCH])


def _leaf() -> Exists:
    return Exists(Leaf.objects.filter(stream=OuterRef("licence_id"), sequence=OuterRef("sequence")))


def _new(event: LicenceEvent) -> NewLink:
    return NewLink(event.licence_id, event.sequence, bytes(event.digest or b""))


def _chains(licences: list[Licence]) -> Iterator[Chain]:
    rows = LicenceEvent.objects.filter(licence__in=licences, digest__isnull=False)
    rows = rows.order_by("licence_id", "sequence")
    events = {key: list(own) for key, own in groupby(rows, key=lambda event: event.licence_id)}
    for licence in licences:
        entries = tuple(_entry(event) for event in events.get(licence.pk, ()))
        name = f"대장 {licence.licence_no}"
        yield Chain(licence.pk, name, licence.sequence, bytes(licence.head or b""), entries)


def _entry(event: LicenceEvent) -> Entry:
    link = Link(
        event.sequence, record.content(event), bytes(event.previous or b""), bytes(event.digest or b"")
    )
    return Entry(link, event.at or clock.now(), by_rule=event.at is None)

"""Residents nothing living points at any more (`core/retention.py`; 개인정보 보호법 §21①).

A row of a record that was ended keeps its pointer, so the person's row stays too, without a word about the person.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Exists, ForeignObjectRel, OuterRef, QuerySet

from eok.accounts.models import Person
from eok.core import clock
from eok.core.retention import Gone, Record

KIND = "person"


class PersonKeeper:
    """See `eok.core.retention.Keeper`."""

    def finished(self, before: date) -> Iterator[Record]:
        moment = datetime.combine(before, time(), clock.SEOUL).astimezone(UTC)
        rows = _unneeded().filter(last_seen_at__lt=moment)
        for person in rows.order_by("last_seen_at", "pk").iterator(chunk_size=500):
            yield _record(person)

    def get(self, record_id: str) -> Record | None:
        person = _unneeded().filter(pk=record_id).first()
        return _record(person) if person else None

    def end(self, record_id: str, law: str) -> Gone:
        """The digests by which the person would be found become meaningless ones."""
        person = Person.objects.select_for_update().get(pk=record_id)
        if not person.wrapped_key:
            return Gone()
        gone = Gone((bytes(person.wrapped_key),), rows=1)
        person.wrapped_key = person.profile = b""
        person.subject_digest = hashlib.sha256(f"ended:{person.pk}".encode()).hexdigest()
        person.ci_digest = None
        person.save(update_fields=["wrapped_key", "profile", "subject_digest", "ci_digest"])
        return gone


def _unneeded() -> QuerySet[Person]:
    """Not ended, and no row of any room that can still be read names them; a room that is new tomorrow is asked too."""
    people = Person.objects.exclude(wrapped_key=b"")
    for relation in Person._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            people = people.exclude(Exists(_living(relation)))
    return people


def _living(relation: ForeignObjectRel) -> QuerySet[Any]:
    rows = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
    names = {field.name for field in relation.related_model._meta.get_fields()}
    return rows.exclude(wrapped_key=b"") if "wrapped_key" in names else rows


def _record(person: Person) -> Record:
    last = person.last_seen_at.astimezone(clock.SEOUL).date()
    return Record(KIND, str(person.pk), f"사람 {str(person.pk)[:8]}", "", "", last)

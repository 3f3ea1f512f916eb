"""Reads of the read log."""

from collections.abc import Iterable

from django.db.models import QuerySet

from eok.core import sealed
from eok.trail.actions.unmask import words_context
from eok.trail.models import Reading, Unmasking


def readings_of(subject: str) -> QuerySet[Reading]:
    """Who looked at one thing, newest first (전자정부법 §43①)."""
    return Reading.objects.filter(subject=subject).order_by("-at")


def readings_of_all(subjects: Iterable[str]) -> QuerySet[Reading]:
    """Who looked at any of these things, newest first."""
    return Reading.objects.filter(subject__in=list(subjects)).order_by("-at", "-pk")


def looked_at(subjects: Iterable[str], *, reader_kind: str) -> set[str]:
    """Which of these things somebody of a kind has looked at."""
    rows = Reading.objects.filter(subject__in=list(subjects), reader_kind=reader_kind)
    return set(rows.values_list("subject", flat=True))


def unmasking_words(reading_id: int) -> str:
    """What the officer wrote beside the purpose; empty where it was no 가림 풀기 or nothing was written."""
    row = Unmasking.objects.filter(pk=reading_id).first()
    return str(sealed.unseal(row.wrapped_key, row.words, context=words_context(row))) if row else ""

"""Reads of the read log."""

from collections.abc import Iterable

from django.db.models import QuerySet

from eok.trail.models import Reading


def readings_of(subject: str) -> QuerySet[Reading]:
    """Who looked at one thing, newest first (전자정부법 §43①)."""
    return Reading.objects.filter(subject=subject).order_by("-at")


def looked_at(subjects: Iterable[str], *, reader_kind: str) -> set[str]:
    """Which of these things somebody of a kind has looked at."""
    rows = Reading.objects.filter(subject__in=list(subjects), reader_kind=reader_kind)
    return set(rows.values_list("subject", flat=True))

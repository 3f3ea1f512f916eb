"""Reads of the read log."""

from django.db.models import QuerySet

from eok.trail.models import Reading


def readings_of(subject: str) -> QuerySet[Reading]:
    """Who looked at one thing, newest first (전자정부법 §43①)."""
    return Reading.objects.filter(subject=subject).order_by("-at")

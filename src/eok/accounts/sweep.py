"""Throws away what has run out: sessions, waiting times, links nobody opened."""

from collections.abc import Mapping
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings

from eok.accounts import throttle
from eok.accounts.models import SetupLink, Throttle
from eok.core import outbox
from eok.gate import machine_time

JOB = "accounts.sweep"
EVERY_SECONDS = 3600
LINK_KEPT = timedelta(days=30)
"""A spent or expired link is kept so long, so that opening it again can be explained."""


@outbox.job(JOB)
def sweep(payload: Mapping[str, Any]) -> None:
    """`JOB`: safe to run at any time, any number of times."""
    now = machine_time.now()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    Throttle.objects.filter(last_at__lt=now - throttle.FORGOTTEN_AFTER, free_at__lt=now).delete()
    SetupLink.objects.filter(expires_at__lt=now - LINK_KEPT).delete()


def schedule() -> None:
    outbox.every(JOB, EVERY_SECONDS)

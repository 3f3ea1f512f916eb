"""Warn before a draft goes: nothing somebody wrote disappears unannounced (KWCAG 2.2, 6.2.1)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from eok.applications.drafts import WARN_DAYS
from eok.applications.events import DraftEnding
from eok.applications.models import Draft
from eok.core import clock, events, outbox
from eok.core.keyed import Key

WARN_JOB = "applications.warn_of_end"
WARN_SECONDS = 3600
WAKING = range(9, 20)
"""Hours of the day in Seoul at which a message disturbs nobody's sleep."""
BATCH = 500


@outbox.job(WARN_JOB)
def warn_of_end(payload: Mapping[str, Any]) -> None:
    """Recurring: tell of the drafts that go within WARN_DAYS; once for each day they would go on."""
    now = clock.seoul_now()
    if now.hour not in WAKING:
        return
    today = now.date()
    ending = Draft.objects.filter(expires_on__gte=today, expires_on__lte=today + timedelta(days=WARN_DAYS))
    unsaid = ending.filter(Q(warned_for=None) | ~Q(warned_for=F("expires_on")))
    for draft_id in list(unsaid.order_by("expires_on").values_list("pk", flat=True)[:BATCH]):
        _warn(draft_id)


@transaction.atomic
def _warn(draft_id: Key) -> None:
    draft = Draft.objects.select_for_update().filter(pk=draft_id).first()
    if draft is None or draft.warned_for == draft.expires_on:
        return
    draft.warned_for = draft.expires_on
    draft.save(update_fields=["warned_for"])
    events.publish(DraftEnding(str(draft.pk), draft.expires_on))

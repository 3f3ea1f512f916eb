"""Throw a draft away: by its owner, or when its time is up; its files go with it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from eok.accounts.models import Person
from eok.applications.actions.save import locked_draft
from eok.applications.models import ApplicationPaper, Draft, DraftPaper
from eok.core import clock, outbox
from eok.core.keyed import Key
from eok.papers.actions.drop import drop
from eok.papers.models import Upload

EXPIRE_JOB = "applications.discard_expired"
EXPIRE_SECONDS = 3600


@transaction.atomic
def discard(*, draft_id: Key, by: Person) -> None:
    remove([locked_draft(draft_id, by)])


@outbox.job(EXPIRE_JOB)
def discard_expired(payload: Mapping[str, Any]) -> None:
    """Recurring: drop the drafts whose day has passed (개인정보 보호법 §21①)."""
    remove(list(Draft.objects.filter(expires_on__lt=clock.seoul_now().date())[:500]))


@transaction.atomic
def remove(drafts: list[Draft]) -> None:
    """Drafts and those of their files that were not filed."""
    ids = [draft.pk for draft in drafts]
    files = _unfiled(DraftPaper.objects.filter(draft__in=ids))
    Draft.objects.filter(pk__in=ids).delete()
    drop(files)


def _unfiled(rows: QuerySet[DraftPaper]) -> list[Upload]:
    filed = ApplicationPaper.objects.filter(upload__in=rows.values("upload")).values("upload")
    return list(Upload.objects.filter(pk__in=rows.values("upload")).exclude(pk__in=filed))

"""Throw a draft away: by its owner, or when its time is up; its files go with it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from eok.accounts.models import Person
from eok.applications.actions.save import locked_draft
from eok.applications.models import ApplicationPaper, Draft, DraftPaper, LookUpConsent, RecordLookUp
from eok.core import clock, outbox
from eok.core.keyed import Key
from eok.core.prepared import ID, Change, Rows, Slot
from eok.papers.actions.drop import drop
from eok.papers.models import Upload

EXPIRE_JOB = "applications.discard_expired"
EXPIRE_SECONDS = 3600


@transaction.atomic
def discard(*, draft_id: Key, by: Person) -> None:
    _abandon([locked_draft(draft_id, by)])


@outbox.job(EXPIRE_JOB)
def discard_expired(payload: Mapping[str, Any]) -> None:
    """Recurring: drop the drafts whose day has passed (개인정보 보호법 §21①)."""
    _abandon(list(Draft.objects.filter(expires_on__lt=clock.seoul_now().date())[:500]))


@transaction.atomic(savepoint=False)
def _abandon(drafts: list[Draft]) -> None:
    """Drafts that become no application: what was looked up for them goes too."""
    ids = [draft.pk for draft in drafts]
    RecordLookUp.objects.filter(draft_id__in=ids).delete()
    LookUpConsent.objects.filter(draft_id__in=ids).delete()
    remove(drafts)


_ATTACHED = Rows(lambda: DraftPaper.objects.filter(draft_id=Slot("draft", ID)))
_LOOSEN = Change(lambda: DraftPaper.objects.filter(draft_id=Slot("draft", ID)))
_REMOVE = Change(lambda: Draft.objects.filter(pk=Slot("draft", ID)))


@transaction.atomic(savepoint=False)
def remove(drafts: list[Draft]) -> None:
    """Drafts and those of their files that were not filed."""
    for draft in drafts:
        rows = _ATTACHED.all(draft=draft.pk)
        if rows:
            _LOOSEN.run(draft=draft.pk)
        remove_bare(draft)
        if rows:
            drop(_unfiled(rows))


def remove_bare(draft: Draft) -> None:
    """A draft that is known to have no files."""
    _REMOVE.run(draft=draft.pk)


def _unfiled(rows: list[DraftPaper]) -> list[Upload]:
    ids = [row.upload_id for row in rows]
    filed = ApplicationPaper.objects.filter(upload__in=ids).values("upload")
    return list(Upload.objects.filter(pk__in=ids).exclude(pk__in=filed))

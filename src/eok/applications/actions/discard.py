"""Throw a draft away: by its owner, or when its time is up."""

from django.db import transaction

from eok.accounts.models import Person
from eok.applications.actions.save import locked_draft
from eok.applications.models import Draft
from eok.core import clock
from eok.core.keyed import Key


@transaction.atomic
def discard(*, draft_id: Key, by: Person) -> None:
    locked_draft(draft_id, by).delete()


@transaction.atomic
def discard_expired() -> int:
    """Drop the drafts whose day has passed (개인정보 보호법 §21①); returns how many."""
    count, _ = Draft.objects.filter(expires_on__lt=clock.seoul_now().date()).delete()
    return count

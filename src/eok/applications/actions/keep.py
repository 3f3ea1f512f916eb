"""Keep a draft longer: the days of keeping begin anew, though nothing was written."""

from datetime import timedelta

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications.actions.save import locked_draft
from eok.applications.models import Draft
from eok.core import clock
from eok.core.keyed import Key


@transaction.atomic
def keep(*, draft_id: Key, by: Person) -> Draft:
    """Raises DraftNotFoundError."""
    draft = locked_draft(draft_id, by)
    draft.expires_on = clock.seoul_now().date() + timedelta(days=drafts.KEEP_DAYS)
    draft.save(update_fields=["expires_on"])
    return draft

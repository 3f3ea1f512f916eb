"""Begin an application."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications.drafts import DraftContent
from eok.applications.models import Draft
from eok.catalogue.actions.pin import pin
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.keys import keyring


@transaction.atomic
def start_draft(*, service: Service, answers: dict[str, Any], by: Person) -> Draft:
    """A new draft on the service's version of today, with what is already known filled in."""
    draft = Draft(
        person=by,
        service_id=service.id,
        version=pin(service),
        wrapped_key=keyring().new_data_key(),
        saved_at=clock.now(),
        expires_on=clock.seoul_now().date() + timedelta(days=drafts.KEEP_DAYS),
    )
    drafts.write(draft, DraftContent(answers))
    draft.save(force_insert=True)
    return draft

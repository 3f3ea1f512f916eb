"""Begin an application."""

from collections.abc import Mapping
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
from eok.forms.known import Known


@transaction.atomic
def start_draft(
    *, service: Service, answers: Mapping[str, Any], by: Person, known: Mapping[str, Known] | None = None
) -> Draft:
    """A new draft on the service's version of today.

    known: what is filled in already and marked so; answers are the person's own and lie over it.
    """
    ready = known or {}
    draft = Draft(
        person=by,
        service_id=service.id,
        version=pin(service),
        wrapped_key=keyring().new_data_key(),
        saved_at=clock.now(),
        expires_on=clock.seoul_now().date() + timedelta(days=drafts.KEEP_DAYS),
    )
    filled = {**{name: one.value for name, one in ready.items()}, **answers}
    drafts.write(draft, DraftContent(filled, known=ready))
    draft.save(force_insert=True)
    return draft

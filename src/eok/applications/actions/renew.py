"""Go on with a draft whose service changed meanwhile: the answers come along, the pages are seen anew."""

from dataclasses import replace

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications.actions.save import locked_draft
from eok.applications.models import Draft
from eok.catalogue import queries as catalogue
from eok.catalogue.actions.pin import pin
from eok.core import clock
from eok.core.keyed import Key


@transaction.atomic
def renew(*, draft_id: Key, by: Person) -> Draft:
    """Put the draft on the service's version of today. Answers to questions that are gone stay behind at filing."""
    draft = locked_draft(draft_id, by)
    draft.version = pin(catalogue.get(draft.service_id))
    drafts.write(draft, replace(drafts.read(draft), visited=()))
    draft.revision += 1
    draft.saved_at = clock.now()
    draft.save(update_fields=["version", "content", "revision", "saved_at"])
    return draft

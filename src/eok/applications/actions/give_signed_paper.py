"""The applicant puts up a paper that somebody signed by hand, in place of asking them.

It stands for the draft as it is now: what is changed afterwards must be signed anew.
"""

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import cosigning, filing
from eok.applications.actions.ask_signature import new_request, take_back
from eok.applications.actions.save import locked_draft
from eok.applications.errors import IncompleteError
from eok.applications.models import DraftPaper, SignatureRequest
from eok.core import clock
from eok.core.keyed import Key
from eok.papers.models import Upload


@transaction.atomic
def give_signed_paper(*, draft_id: Key, signer_id: str, upload: Upload, by: Person) -> SignatureRequest:
    """Raises IncompleteError, NotASignerError, DraftNotFoundError, ServiceChangedError."""
    draft = locked_draft(draft_id, by)
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    if ready.missing_pages:
        raise IncompleteError(ready.missing_pages)
    take_back(draft, signer_id)
    request = new_request(draft, ready, signer_id)
    request.state, request.how, request.upload, request.answered_at = "signed", "paper", upload, clock.now()
    request.save(force_insert=True)
    DraftPaper.objects.create(draft=draft, paper_id=f"{cosigning.PAPER}{signer_id}", upload=upload)
    return request

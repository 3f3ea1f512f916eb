"""File a draft: the act that starts a case."""

from django.db import transaction

from eok.accounts import queries as accounts
from eok.accounts.models import Person, Signature
from eok.applications import cosigning, drafts, filing
from eok.applications import queries as applications
from eok.applications.actions.discard import remove, remove_bare
from eok.applications.actions.save import locked_draft
from eok.applications.drafts import FiledContent
from eok.applications.errors import DraftNotFoundError, IncompleteError, NotSignedError
from eok.applications.events import ApplicationFiled
from eok.applications.filing import Filing
from eok.applications.models import Application, ApplicationPaper, Draft, SignatureRequest
from eok.core import clock, events
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.core.prepared import insert
from eok.core.serials import next_number


@transaction.atomic
def file(*, draft_id: Key, signature: Signature, by: Person, seen: Filing | None = None) -> Application:
    """Turn the signed draft into an application; a second call finds the first one's.

    The moment of filing is when the row is on the disk (행정절차법 §17②).
    seen: what was found of the draft before the lock; looked at anew only if something moved since.
    Raises IncompleteError, NotSignedError, SignersMissingError, ServiceChangedError, DraftNotFoundError.
    """
    try:
        draft = locked_draft(draft_id, by)
    except DraftNotFoundError:
        return _already_filed(draft_id, by)
    ready = filing.prepare(draft, today=clock.seoul_now().date(), seen=seen)
    if ready.missing_pages:
        raise IncompleteError(ready.missing_pages)
    if signature.person_id != by.pk or signature.digest != ready.digest:
        raise NotSignedError
    signed_along = cosigning.require_all(draft, ready)
    application = _application(draft, ready, signature, by)
    _move_papers(application, ready)
    _move_signatures(application, signed_along)
    if ready.standing.files:
        remove([draft])
    else:
        remove_bare(draft)
    events.publish(ApplicationFiled(str(application.pk), application.filed_at))
    return application


def _already_filed(draft_id: Key, by: Person) -> Application:
    """A draft goes in the transaction that files it: where none is, there may be what it became."""
    already = applications.application_of_draft(by, draft_id)
    if already is None:
        raise DraftNotFoundError
    return already


def _application(draft: Draft, ready: Filing, signature: Signature, by: Person) -> Application:
    filed_at = clock.now()
    year = filed_at.astimezone(clock.SEOUL).year
    application = Application(
        application_no=f"{year}-{next_number(f'application:{year}'):06d}",
        person=by,
        service_id=draft.service_id,
        version_id=draft.version_id,
        draft_id=draft.pk,
        wrapped_key=keyring().new_data_key(),
        digest=ready.digest,
        signature=signature,
        filed_at=filed_at,
    )
    applicant = accounts.profile(by).as_dict()
    drafts.seal_filed(application, FiledContent(ready.answers, ready.modes, applicant))
    insert(application)
    return application


def _move_papers(application: Application, ready: Filing) -> None:
    """Only papers the answers still call for go along."""
    for file in ready.files:
        insert(ApplicationPaper(application=application, paper_id=file.paper_id, upload_id=file.upload_id))


def _move_signatures(application: Application, signed_along: tuple[SignatureRequest, ...]) -> None:
    """Who signed along what goes with it, papers signed by hand too; what was asked in vain stays behind."""
    for request in signed_along:
        request.application = application
        request.save(update_fields=["application"])
        if request.upload_id:
            paper_id = f"{cosigning.PAPER}{request.signer_id}"
            insert(ApplicationPaper(application=application, paper_id=paper_id, upload_id=request.upload_id))
    if signed_along:
        SignatureRequest.objects.filter(draft_id=application.draft_id, application=None).delete()

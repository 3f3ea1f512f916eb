"""File a draft: the act that starts a case."""

from django.db import transaction

from eok.accounts import queries as accounts
from eok.accounts.models import Person, Signature
from eok.applications import drafts, filing
from eok.applications.actions.discard import remove
from eok.applications.actions.save import locked_draft
from eok.applications.drafts import FiledContent
from eok.applications.errors import IncompleteError, NotSignedError
from eok.applications.events import ApplicationFiled
from eok.applications.models import Application, ApplicationPaper, Draft, DraftPaper
from eok.core import clock, events
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.core.serials import next_number


@transaction.atomic
def file(*, draft_id: Key, signature: Signature, by: Person) -> Application:
    """Turn the signed draft into an application; a second call finds the first one's.

    The moment of filing is when the row is on the disk (행정절차법 §17②).
    Raises IncompleteError, NotSignedError, ServiceChangedError, DraftNotFoundError.
    """
    already = Application.objects.filter(draft_id=draft_id, person=by).first()
    if already is not None:
        return already
    draft = locked_draft(draft_id, by)
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    if ready.missing_pages:
        raise IncompleteError(ready.missing_pages)
    if signature.person_id != by.pk or signature.digest != ready.digest:
        raise NotSignedError
    application = _application(draft, ready, signature, by)
    _move_papers(draft, application, ready)
    remove([draft])
    events.publish(ApplicationFiled(str(application.pk), application.filed_at))
    return application


def _application(draft: Draft, ready: filing.Filing, signature: Signature, by: Person) -> Application:
    filed_at = clock.now()
    year = clock.seoul_now().year
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
    application.save(force_insert=True)
    return application


def _move_papers(draft: Draft, application: Application, ready: filing.Filing) -> None:
    """Only papers the answers still call for go along."""
    rows = DraftPaper.objects.filter(draft=draft, paper_id__in=ready.paper_ids)
    ApplicationPaper.objects.bulk_create(
        ApplicationPaper(application=application, paper_id=row.paper_id, upload_id=row.upload_id)
        for row in rows
    )

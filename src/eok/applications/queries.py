"""Reads of drafts and applications; each names whose."""

from django.db.models import QuerySet

from eok.accounts.models import Person
from eok.applications.errors import DraftNotFoundError
from eok.applications.models import Application, ApplicationPaper, Draft, DraftPaper
from eok.core.keyed import Key
from eok.core.prepared import ID, Rows, Slot


def drafts_of(person: Person) -> QuerySet[Draft]:
    return Draft.objects.filter(person=person).order_by("-saved_at")


_DRAFT = Rows(
    lambda: (
        Draft.objects.select_related("version")
        .defer("version__content")
        .filter(pk=Slot("id", ID), person_id=Slot("person", ID))
    )
)


def draft_of(person: Person, draft_id: Key) -> Draft:
    """Raises DraftNotFoundError also when it is somebody else's."""
    draft = _DRAFT.first(id=draft_id, person=person.pk)
    if draft is None:
        raise DraftNotFoundError
    return draft


def open_draft(person: Person, service_id: str) -> Draft | None:
    """The latest draft of this service, to go on with."""
    return drafts_of(person).filter(service_id=service_id).first()


def draft_papers(draft: Draft) -> QuerySet[DraftPaper]:
    return DraftPaper.objects.filter(draft=draft).select_related("upload").order_by("pk")


def filed_papers(application: Application) -> QuerySet[ApplicationPaper]:
    rows = ApplicationPaper.objects.filter(application=application)
    return rows.select_related("upload").order_by("pk")


def application_of_draft(person: Person, draft_id: Key) -> Application | None:
    """What a draft became."""
    return Application.objects.filter(draft_id=draft_id, person=person).first()

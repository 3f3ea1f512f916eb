"""Attach a file to a paper of the draft, put another in its place, move it, or take it away again."""

from django.db import transaction

from eok.accounts.models import Person
from eok.applications.actions.save import locked_draft
from eok.applications.errors import DraftNotFoundError
from eok.applications.models import DraftPaper
from eok.catalogue.schema import Paper
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.papers.actions.drop import drop
from eok.papers.models import Upload


@transaction.atomic
def attach(*, draft_id: Key, paper: Paper, upload: Upload, by: Person) -> DraftPaper:
    """Raises InvalidError when the paper has its greatest number of files."""
    draft = locked_draft(draft_id, by)
    if DraftPaper.objects.filter(draft=draft, paper_id=paper.id).count() >= paper.max_files:
        raise InvalidError(
            f"파일은 {paper.max_files}개까지 올릴 수 있습니다. 이 파일은 저장하지 않았습니다. 필요 없는 것을 빼고 올려 주세요.",
            field=f"paper-{paper.id}",
        )
    return DraftPaper.objects.create(draft=draft, paper_id=paper.id, upload=upload)


@transaction.atomic
def replace(*, draft_id: Key, upload_id: Key, by_upload: Upload, by: Person) -> DraftPaper:
    """The new file stands where the old one stood; the old one goes. Raises DraftNotFoundError."""
    row = _row(draft_id, upload_id, by)
    old, row.upload = row.upload, by_upload
    row.save(update_fields=["upload"])
    drop([old])
    return row


@transaction.atomic
def move(*, draft_id: Key, upload_id: Key, by: Person, up: bool) -> None:
    """One place up or down among the files of its paper; nothing at the end. Raises DraftNotFoundError."""
    row = _row(draft_id, upload_id, by)
    others = DraftPaper.objects.filter(draft=row.draft_id, paper_id=row.paper_id)
    beside = (
        others.filter(pk__lt=row.pk).order_by("-pk") if up else others.filter(pk__gt=row.pk).order_by("pk")
    )
    neighbour = beside.first()
    if neighbour is None:
        return
    row.upload_id, neighbour.upload_id = neighbour.upload_id, row.upload_id
    row.save(update_fields=["upload"])
    neighbour.save(update_fields=["upload"])


@transaction.atomic
def detach(*, draft_id: Key, upload_id: Key, by: Person) -> None:
    """Take a file out of the draft; nobody refers to it any more, so it goes."""
    row = _row(draft_id, upload_id, by)
    row.delete()
    drop([row.upload])


def _row(draft_id: Key, upload_id: Key, by: Person) -> DraftPaper:
    """A file of the person's own draft, the draft held. Raises DraftNotFoundError."""
    draft = locked_draft(draft_id, by)
    row = DraftPaper.objects.select_related("upload").filter(draft=draft, upload_id=upload_id).first()
    if row is None:
        raise DraftNotFoundError
    return row

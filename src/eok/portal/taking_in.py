"""Takes in what the papers' page sends: how each paper comes, files put up, files taken out."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from eok.applications import queries as applications
from eok.applications.actions.attach import attach, detach
from eok.applications.actions.save import choose_mode
from eok.applications.models import DraftPaper
from eok.catalogue.schema import Paper
from eok.core.errors import EokError, InvalidError, UnavailableError
from eok.forms.paper_states import ways
from eok.papers import inspection
from eok.papers.actions.drop import drop
from eok.papers.actions.store import store
from eok.portal.filling import Writing


def take_in(request: HttpRequest, current: Writing) -> dict[str, EokError]:
    """Modes, files and removals of the whole page (works without scripts); errors by paper id."""
    errors: dict[str, EokError] = {}
    _take_out(request.POST.get("remove", ""), current)
    for paper in current.service.papers:
        mode = request.POST.get(f"mode-{paper.id}", "")
        if mode in ways(paper):
            choose_mode(draft_id=current.draft.pk, paper_id=paper.id, mode=mode, by=current.person)
        for upload in request.FILES.getlist(f"file-{paper.id}"):
            try:
                attach_file(current, paper, upload)
            except (InvalidError, UnavailableError) as error:
                errors[paper.id] = _told(error, upload, errors.get(paper.id))
    return errors


def _told(error: EokError, upload: "UploadedFile[bytes]", before: EokError | None) -> EokError:
    """Which file it was; after what was wrong with the files before it."""
    error.message = f"{inspection.clean_name(upload.name or '')}: {error.message}"
    if before is not None:
        error.message = f"{before.message} {error.message}"
    return error


def _take_out(upload_id: str, current: Writing) -> None:
    """Remove a file of this draft, bytes and all; nothing when there is none such."""
    rows = applications.draft_papers(current.draft)
    if any(str(row.upload_id) == upload_id for row in rows):
        detach(draft_id=current.draft.pk, upload_id=upload_id, by=current.person)


def attach_file(current: Writing, paper: Paper, upload: "UploadedFile[bytes] | None") -> DraftPaper:
    """Raises InvalidError, UnavailableError; nothing half-written remains."""
    if upload is None:
        raise InvalidError(
            "파일을 고르지 않았습니다. 저장한 것이 없습니다. 파일을 골라 다시 올려 주세요.", "file"
        )
    kept = store(name=upload.name or "", content=upload.read(), owner=f"person:{current.person.pk}")
    try:
        row = attach(draft_id=current.draft.pk, paper=paper, upload=kept, by=current.person)
    except EokError:
        drop([kept])
        raise
    return row

"""Takes in what the papers' page sends: how each paper comes, files put up, files taken out."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from eok.applications import queries as applications
from eok.applications.actions.attach import attach, detach, move, replace
from eok.applications.actions.save import choose_mode
from eok.applications.models import DraftPaper
from eok.catalogue.schema import Paper
from eok.core.errors import EokError, InvalidError, UnavailableError
from eok.forms.paper_states import ways
from eok.papers import inspection
from eok.papers.actions.drop import drop
from eok.papers.actions.store import store
from eok.papers.models import Upload
from eok.portal.filling import Writing

REPLACE = "replace-"
"""Begins the name of a file input that stands for a file put up before; its id follows."""


def take_in(request: HttpRequest, current: Writing) -> dict[str, EokError]:
    """Modes, files, removals and moves of the whole page (works without scripts); errors by paper id."""
    errors: dict[str, EokError] = {}
    _take_out(request.POST.get("remove", ""), current)
    _move(request.POST.get("up", ""), request.POST.get("down", ""), current)
    for paper in current.service.papers:
        mode = request.POST.get(f"mode-{paper.id}", "")
        if mode in ways(paper):
            choose_mode(draft_id=current.draft.pk, paper_id=paper.id, mode=mode, by=current.person)
        for upload in request.FILES.getlist(f"file-{paper.id}"):
            try:
                attach_file(current, paper, upload)
            except (InvalidError, UnavailableError) as error:
                errors[paper.id] = _told(error, upload, errors.get(paper.id))
    return _put_in_place(request, current, errors)


def touched(request: HttpRequest, current: Writing) -> str:
    """Id of the one paper a button was pressed for, to come back to; empty for the whole page."""
    ids = {request.POST.get(name, "") for name in ("remove", "up", "down")}
    ids |= {name.removeprefix(REPLACE) for name in request.FILES if name.startswith(REPLACE)}
    rows = applications.draft_papers(current.draft)
    again = request.POST.get("again", "").partition(":")[0]
    return again or next((row.paper_id for row in rows if str(row.upload_id) in ids), "")


def _put_in_place(request: HttpRequest, current: Writing, errors: dict[str, EokError]) -> dict[str, EokError]:
    """New files for those put up before; what is refused leaves the old one as it is."""
    for row in applications.draft_papers(current.draft):
        upload = request.FILES.get(f"{REPLACE}{row.upload_id}")
        if upload is None:
            continue
        try:
            new = _stored(current, upload)
            replace(draft_id=current.draft.pk, upload_id=row.upload_id, by_upload=new, by=current.person)
        except (InvalidError, UnavailableError) as error:
            errors[row.paper_id] = _told(error, upload, errors.get(row.paper_id))
    return errors


def _move(up: str, down: str, current: Writing) -> None:
    """One place among the files of its paper; nothing when there is none such."""
    wanted = up or down
    if any(str(row.upload_id) == wanted for row in applications.draft_papers(current.draft)):
        move(draft_id=current.draft.pk, upload_id=wanted, by=current.person, up=bool(up))


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
    kept = _stored(current, upload)
    try:
        row = attach(draft_id=current.draft.pk, paper=paper, upload=kept, by=current.person)
    except EokError:
        drop([kept])
        raise
    return row


def _stored(current: Writing, upload: "UploadedFile[bytes]") -> Upload:
    return store(name=upload.name or "", content=upload.read(), owner=f"person:{current.person.pk}")

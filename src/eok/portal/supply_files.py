"""Files given in answer to a demand of supplement: kept from one sending of the page to the next.

A browser never fills a file input again; so what was taken in stays by its id, and only its owner can name it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db.models import ProtectedError
from django.http import HttpRequest

from eok.accounts.models import Person
from eok.core.errors import InvalidError, UnavailableError
from eok.papers import inspection
from eok.papers.actions.drop import drop
from eok.papers.actions.store import store
from eok.papers.models import Upload

MOST = 20


@dataclass(frozen=True)
class Files:
    kept: Mapping[str, tuple[Upload, ...]]
    """By paper id: those of before and those of now."""
    problems: Mapping[str, str]
    """By paper id; each file named."""
    status: int
    """Of the worst problem; 200 without one."""


def take_files(paper_ids: Iterable[str], request: HttpRequest, person: Person) -> Files:
    """Files of these papers: `kept-<paper>` are ids of those taken in before, `file-<paper>` are new."""
    kept: dict[str, tuple[Upload, ...]] = {}
    problems: dict[str, str] = {}
    status = 200
    for paper_id in paper_ids:
        uploads = _before(request, paper_id, person)
        for sent in request.FILES.getlist(f"file-{paper_id}"):
            try:
                uploads.append(_take(sent, uploads, person))
            except (InvalidError, UnavailableError) as error:
                said = f"{inspection.clean_name(sent.name or '')}: {error.message}"
                problems[paper_id] = f"{problems.get(paper_id, '')} {said}".strip()
                status = max(status, error.status)
        kept[paper_id] = tuple(uploads)
    return Files(kept, problems, status)


def _before(request: HttpRequest, paper_id: str, person: Person) -> list[Upload]:
    """Own files named by the page, without the one that was taken out."""
    out = request.POST.get("remove", "")
    named = [text for text in request.POST.getlist(f"kept-{paper_id}") if _is_uuid(text)][:MOST]
    found = {str(u.pk): u for u in Upload.objects.filter(pk__in=named, owner=f"person:{person.pk}")}
    if out in found:
        _drop(found.pop(out))
    return [found[text] for text in dict.fromkeys(named) if text in found]


def _take(sent: "UploadedFile[bytes]", before: list[Upload], person: Person) -> Upload:
    """Raises InvalidError, UnavailableError."""
    if len(before) >= MOST:
        raise InvalidError(
            f"파일은 {MOST}개까지 올릴 수 있습니다. 이 파일은 저장하지 않았습니다. 필요 없는 것을 빼 주세요."
        )
    return store(name=sent.name or "", content=sent.read(), owner=f"person:{person.pk}")


def _drop(upload: Upload) -> None:
    """A file that was filed elsewhere stays there."""
    try:
        drop([upload])
    except ProtectedError:
        return


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True

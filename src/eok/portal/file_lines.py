"""A file that was put up, as the pages list it."""

from dataclasses import dataclass

from django.urls import reverse

from eok.applications import queries as applications
from eok.applications.models import Draft, DraftPaper
from eok.papers import queries as papers
from eok.papers.models import Upload


@dataclass(frozen=True)
class FileLine:
    """One file that was put up."""

    id: str
    name: str
    size: int
    said: str
    url: str
    """Picture of its first page."""


def file_line(upload: Upload, url: str = "") -> FileLine:
    pages = f" · {upload.pages}쪽" if upload.pages > 1 else ""
    return FileLine(str(upload.pk), papers.name(upload), upload.size, f"올렸어요{pages}", url)


def draft_file_line(row: DraftPaper) -> FileLine:
    return file_line(row.upload, reverse("portal:draft_file", args=[row.draft_id, row.upload_id, 1]))


def files_of(draft: Draft) -> dict[str, tuple[FileLine, ...]]:
    out: dict[str, tuple[FileLine, ...]] = {}
    for row in applications.draft_papers(draft):
        out[row.paper_id] = (*out.get(row.paper_id, ()), draft_file_line(row))
    return out

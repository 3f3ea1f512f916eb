"""A file that was put up, as the pages list it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    may_up: bool = False
    may_down: bool = False


def file_line(upload: Upload, url: str = "") -> FileLine:
    pages = f" · {upload.pages}쪽" if upload.pages > 1 else ""
    return FileLine(str(upload.pk), papers.name(upload), upload.size, f"올렸어요{pages}", url)


def draft_file_line(row: DraftPaper) -> FileLine:
    """One that was just put up: the last of its paper."""
    before = DraftPaper.objects.filter(draft=row.draft_id, paper_id=row.paper_id, pk__lt=row.pk)
    return replace(_line(row), may_up=before.exists())


def files_of(draft: Draft) -> dict[str, tuple[FileLine, ...]]:
    out: dict[str, tuple[FileLine, ...]] = {}
    for row in applications.draft_papers(draft):
        out[row.paper_id] = (*out.get(row.paper_id, ()), _line(row))
    return {paper_id: tuple(_in_order(lines)) for paper_id, lines in out.items()}


def _line(row: DraftPaper) -> FileLine:
    return file_line(row.upload, reverse("portal:draft_file", args=[row.draft_id, row.upload_id, 1]))


def _in_order(lines: tuple[FileLine, ...]) -> Iterator[FileLine]:
    for number, line in enumerate(lines, start=1):
        yield replace(line, may_up=number > 1, may_down=number < len(lines))

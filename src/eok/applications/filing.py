"""What would be filed if the draft were filed now, and the digest that is signed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from eok.applications import drafts
from eok.applications.drafts import DraftContent
from eok.applications.errors import ServiceChangedError
from eok.applications.models import Draft, DraftPaper
from eok.catalogue import queries as catalogue
from eok.catalogue.actions.pin import is_of, read_version
from eok.catalogue.schema import Service
from eok.core.keyed import Key
from eok.core.prepared import ID, Rows, Slot
from eok.forms import evaluate
from eok.forms.evaluate import PaperState
from eok.papers import fonts


@dataclass(frozen=True)
class AttachedFile:
    """A file of the draft."""

    paper_id: str
    upload_id: Key
    digest: str


@dataclass(frozen=True)
class Standing:
    """What a look at a draft rests on: as long as it is the same, so is what was found."""

    draft: Key
    revision: int
    version: int
    service: Service
    files: tuple[AttachedFile, ...]
    today: date


@dataclass(frozen=True)
class Filing:
    service: Service
    answers: Mapping[str, Any]
    """Filed answers only: what a false condition hides is left behind."""
    modes: Mapping[str, str]
    paper_ids: tuple[str, ...]
    """Papers that go along as files."""
    missing_pages: tuple[str, ...]
    """Ids of pages that are not complete; empty when it can be filed. `papers` is the papers' page."""
    digest: str
    """SHA-256, hex: the nonce of the signature."""
    standing: Standing

    @property
    def files(self) -> tuple[AttachedFile, ...]:
        """Those that go along."""
        return tuple(file for file in self.standing.files if file.paper_id in self.paper_ids)


def prepare(draft: Draft, *, today: date, seen: Filing | None = None) -> Filing:
    """Look at the draft as a filing. Raises ServiceChangedError when the form is not today's.

    seen: what a look before found; it still holds when nothing moved since.
    """
    service = catalogue.get(draft.service_id)
    standing = Standing(draft.pk, draft.revision, draft.version_id, service, _attached(draft), today)
    if seen is not None and seen.standing == standing:
        return seen
    if not is_of(draft.version, service):
        raise ServiceChangedError
    content = drafts.read(draft)
    shown = evaluate.asked(service, content.answers)
    answers = evaluate.answered(shown, content.answers)
    needed = [p for p in evaluate.papers_for(service, answers, content.modes) if p.needed]
    files = _by_paper(standing.files)
    uploads = tuple(p.paper.id for p in needed if p.mode == "upload")
    modes = {p.paper.id: p.mode for p in needed}
    missing = list(evaluate.incomplete(service, content.answers, shown, today, unprintable=fonts.unprintable))
    if _lacking(needed, files):
        missing.append("papers")
    digest = evaluate.digest_of_filing(
        version=draft.version.digest,
        answers=answers,
        papers={paper: files.get(paper, ()) for paper in uploads},
        modes=modes,
        declaration=service.form.declaration.ko,
    )
    return Filing(service, answers, modes, uploads, tuple(missing), digest, standing)


def lacking_papers(draft: Draft, service: Service, content: DraftContent) -> tuple[PaperState, ...]:
    """Papers that stand in the way of filing: not yet said how they come, or without a file."""
    return _lacking(
        evaluate.papers_needed(service, content.answers, content.modes), _by_paper(_attached(draft))
    )


def _lacking(states: Sequence[PaperState], files: Mapping[str, object]) -> tuple[PaperState, ...]:
    return tuple(p for p in states if p.needed and (not p.chosen or _lacks_file(p, files)))


def _lacks_file(state: PaperState, files: Mapping[str, object]) -> bool:
    return state.mode == "upload" and not state.paper.optional and not files.get(state.paper.id)


def unfinished_pages(service: Service, answers: Mapping[str, Any], *, today: date) -> tuple[str, ...]:
    """Ids of pages that stand in the way of filing: something is wrong there, or typed but no answer yet."""
    return tuple(evaluate.incomplete_pages(service, answers, today, unprintable=fonts.unprintable))


_FILES = Rows(
    lambda: (
        DraftPaper.objects.filter(draft_id=Slot("draft", ID))
        .order_by("pk")
        .values_list("paper_id", "upload_id", "upload__digest")
    )
)


def _attached(draft: Draft) -> tuple[AttachedFile, ...]:
    """In the order they were added."""
    return tuple(AttachedFile(*row) for row in _FILES.all(draft=draft.pk))


def _by_paper(files: Iterable[AttachedFile]) -> dict[str, tuple[str, ...]]:
    """Digests of the files by paper."""
    out: dict[str, tuple[str, ...]] = {}
    for file in files:
        out[file.paper_id] = (*out.get(file.paper_id, ()), file.digest)
    return out


def service_of(draft: Draft) -> Service:
    """The service as it stood when the draft was begun."""
    return read_version(draft.version)

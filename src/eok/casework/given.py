"""Papers a person gave with earlier filings, to be given again by choice: once is enough (민원처리법 §10①).

Only the person's own files, of the same paper, still kept; not when so much time went by since that the paper, which is
older than its upload, can no longer count (`valid_for` of the affair's file).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import QuerySet

from eok.accounts.models import Person
from eok.applications.models import ApplicationPaper
from eok.casework.models import Case, SupplementPaper
from eok.catalogue.schema import Paper
from eok.core.clock import SEOUL
from eok.papers.models import Upload
from eok.rules.periods import Period, last_calendar_day

Row = TypeVar("Row", ApplicationPaper, SupplementPaper)
MOST = 3
"""Of each paper, the newest."""
LOOKED_THROUGH = 100
"""Of the person's cases, the newest."""


@dataclass(frozen=True)
class Given:
    upload: Upload
    case: Case
    on: date
    """Day it was put up, in Seoul."""


def given_before(person: Person, papers: Mapping[str, Paper], *, on: date) -> dict[str, list[Given]]:
    """By paper id, newest first; the same bytes once."""
    found: dict[str, list[Given]] = {}
    for paper_id, one in sorted(
        _rows(person, papers), key=lambda row: row[1].upload.created_at, reverse=True
    ):
        kept = found.setdefault(paper_id, [])
        known = {other.upload.digest for other in kept}
        if len(kept) < MOST and one.upload.digest not in known and still_counts(papers[paper_id], one.on, on):
            kept.append(one)
    return found


def still_counts(paper: Paper, given_on: date, on: date) -> bool:
    """Whether the paper may be young enough on a day: it is at least as old as its upload (민법 §157, §160)."""
    limit = paper.valid_for
    if limit is None:
        return True
    return on <= last_calendar_day(given_on + timedelta(days=1), Period(limit.value, limit.unit))


def _rows(person: Person, papers: Mapping[str, Paper]) -> Iterator[tuple[str, Given]]:
    cases = {c.application_id: c for c in _cases(person)}
    if not cases:
        return
    filed = ApplicationPaper.objects.filter(application__in=cases, paper_id__in=papers)
    later = SupplementPaper.objects.filter(supplement__case__in=list(cases.values()), paper_id__in=papers)
    for first in _kept(filed):
        yield first.paper_id, _given(first.upload, cases[first.application_id])
    by_id = {case.pk: case for case in cases.values()}
    for second in _kept(later.select_related("supplement")):
        yield second.paper_id, _given(second.upload, by_id[second.supplement.case_id])


def _cases(person: Person) -> QuerySet[Case]:
    rows = Case.objects.filter(application__person=person).exclude(wrapped_key=b"")
    rows = rows.select_related("application__version").defer("application__version__content")
    return rows.order_by("-filed_at")[:LOOKED_THROUGH]


def _kept(rows: "QuerySet[Row]") -> "QuerySet[Row]":
    return rows.select_related("upload").exclude(upload__wrapped_key=b"")


def _given(upload: Upload, case: Case) -> Given:
    return Given(upload, case, upload.created_at.astimezone(SEOUL).date())

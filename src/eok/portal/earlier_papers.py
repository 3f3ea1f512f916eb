"""Papers of earlier filings offered on the papers' page, and taken over when one is picked.

The bytes are looked at and scanned anew and kept under a key of their own, so that the end of one case never takes a
paper from the other (개인정보 보호법 §21).
"""

from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from eok.applications import queries as applications
from eok.casework import grants
from eok.casework.given import Given, given_before
from eok.core.errors import NotFoundError
from eok.forms import evaluate
from eok.krds import filters
from eok.papers import queries as papers
from eok.portal import filling
from eok.portal.filling import Writing
from eok.portal.taking_in import attach_file
from eok.trail.actions.record_reading import record_reading

TAKEN = "전에 낸 서류를 새 신청에 다시 씀"


@dataclass(frozen=True)
class Offer:
    """One file given before."""

    value: str
    """What the page sends when it is picked."""
    name: str
    where: str
    """`2026년 11월 23일 통신판매업 신고 2026-000001`"""


def offered(current: Writing) -> dict[str, tuple[Offer, ...]]:
    """By paper id; nothing that hangs on this draft already."""
    there = {row.upload.digest for row in applications.draft_papers(current.draft)}
    found = {
        paper_id: tuple(_offer(paper_id, one) for one in given if one.upload.digest not in there)
        for paper_id, given in _given(current).items()
    }
    return {paper_id: offers for paper_id, offers in found.items() if offers}


def take(current: Writing, value: str) -> str:
    """Lay a picked file into the draft; the paper's id. Raises NotFoundError, InvalidError, UnavailableError."""
    paper_id, _, upload_id = value.partition(":")
    for one in _given(current).get(paper_id, []):
        if str(one.upload.pk) == upload_id:
            _copy(current, paper_id, one)
            return paper_id
    raise NotFoundError(
        "그 서류는 다시 쓸 수 없습니다. 지워졌거나 쓸 수 있는 기간이 지났습니다. 파일을 새로 올려 주세요."
    )


def _copy(current: Writing, paper_id: str, one: Given) -> None:
    reader = str(current.person.pk)
    record_reading(reader_kind="resident", reader=reader, subject=f"case:{one.case.pk}", purpose=TAKEN)
    again = SimpleUploadedFile(papers.name(one.upload), papers.content(one.upload), one.upload.media_type)
    paper = next(p for p in current.service.papers if p.id == paper_id)
    attach_file(current, paper, again)


def _given(current: Writing) -> dict[str, list[Given]]:
    states = evaluate.papers_needed(current.service, current.content.answers, current.content.modes)
    wanted = {s.paper.id: s.paper for s in states if s.needed and "upload" in s.modes}
    return given_before(current.person, wanted, on=filling.today()) if wanted else {}


def _offer(paper_id: str, one: Given) -> Offer:
    case = one.case
    number = case.case_no or case.application.application_no
    where = f"{filters.date_ko(one.on, weekday=False)} {grants.service_of(case).name.ko} {number}"
    return Offer(f"{paper_id}:{one.upload.pk}", papers.name(one.upload), where)

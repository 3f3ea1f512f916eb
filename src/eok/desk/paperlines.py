"""The papers of a case: how each was given, and its pages, the first filing beside the supplement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from eok.applications import queries as applications
from eok.casework import look_ups, reviews
from eok.casework.look_ups import LookedUp
from eok.casework.models import Case, SupplementPaper
from eok.catalogue.schema import Paper, Service
from eok.core.pii import Veil
from eok.desk import lookedform, lookuplines
from eok.desk.lookedform import Typed
from eok.desk.lookuplines import LookUpLine, Sought
from eok.krds import filters
from eok.krds.fields import Field
from eok.papers import queries as papers
from eok.papers.models import Upload

PAGES_SHOWN = 10
"""Pages of one file drawn in the viewer; the whole file can be saved."""
SCANS = {"clean": "검사 깨끗"}


@dataclass(frozen=True)
class Sheet:
    """One page in the viewer (krds/desk_case.html)."""

    caption: str
    word: str
    tone: str
    src: str
    alt: str


@dataclass(frozen=True)
class File:
    name: str
    url: str
    note: str


@dataclass(frozen=True)
class PaperLine:
    id: str
    name: str
    word: str
    tone: str
    icon: str
    note: str
    files: tuple[File, ...]
    sheets: tuple[Sheet, ...]
    compared: bool
    """A supplement lies beside what was filed first."""
    look_up: bool
    """May be looked up by the office."""
    shows: str
    """What the look-up shows, and no more."""
    connected: bool
    """A system is there to be asked."""
    found: str
    """What the latest look-up found; empty while nobody looked."""
    looked: tuple[LookUpLine, ...]
    """Every look-up, oldest first."""
    contradicted: bool
    """The last answer says something else than one before it."""
    settled: bool
    """Somebody looked, and nothing is left to look at."""
    hand: tuple[Field, ...]
    """To note what an officer looked up elsewhere; empty where a system answers."""

    @property
    def needed(self) -> bool:
        return bool(self.files) or self.word != NOT_NEEDED[0]


Given = Sequence[tuple[str, Upload, str]]
"""Paper, file, when it was given in words."""

WITHOUT_FILE = {
    "look_up": ("공동이용 동의", "success", "check-circle", "민원인이 조회에 동의했어요."),
    "by_post": ("우편으로 올 것", "warning", "alert", "우편으로 따로 내겠다고 했어요."),
}
WITHDRAWN = (
    "동의를 거둠",
    "warning",
    "alert",
    "민원인이 조회 동의를 거두었어요. 서류를 받으려면 보완을 요구해 주세요.",
)
OFFICE_LOOKS = ("구청이 확인", "success", "check-circle", "동의 없이 구청이 확인하는 서류예요.")
NOT_NEEDED = ("해당 없음", "gray", "minus-circle", "이 신고에는 필요하지 않아요.")


def lines(
    case: Case, service: Service, modes: Mapping[str, str], veil: Veil, looked: Typed | None = None
) -> list[PaperLine]:
    """In the order of the affair's file. looked: what could not be noted just now."""
    filed = [(row.paper_id, row.upload, "처음 낸 것") for row in applications.filed_papers(case.application)]
    later = SupplementPaper.objects.filter(supplement__case=case).select_related("upload").order_by("pk")
    given = filed + [(row.paper_id, row.upload, "보완한 것") for row in later]
    sought = lookuplines.of_case(case, veil)
    return [
        _line(case, paper, modes, [g for g in given if g[0] == paper.id], veil, looked, sought.get(paper.id))
        for paper in service.papers
    ]


def _line(
    case: Case, paper: Paper, modes: Mapping[str, str], given: Given, veil: Veil, looked: Typed | None,
    sought: Sought | None,
) -> PaperLine:  # fmt: skip
    withdrawn = sought is not None and sought.withdrawn
    word, tone, icon, note = WITHDRAWN if withdrawn else _state(paper, modes.get(paper.id), len(given))
    may_look = _may_look_up(case, paper, modes.get(paper.id)) and not withdrawn
    found = look_ups.latest(case, paper.look_up.kind) if paper.look_up else None
    last = looked if looked and looked.paper == paper.id else None
    return PaperLine(
        paper.id, paper.name.ko, word, tone, icon, note,
        files=tuple(_file(case, upload, when, veil) for _, upload, when in given),
        sheets=tuple(sheet for _, upload, when in given for sheet in _sheets(case, upload, when) if veil.lifted),
        compared=len({when for _, _, when in given}) > 1,
        look_up=may_look,
        shows=", ".join(paper.look_up.shows) if paper.look_up else "",
        connected=not look_ups.unconnected(),
        found=veil.text(_found(found)) if found else "",
        looked=sought.lines if sought else (),
        contradicted=bool(sought and sought.contradicted),
        settled=bool(sought and sought.settled),
        hand=lookedform.fields(paper.id, last) if may_look and (_for_hand(found, sought) or last) else (),
    )  # fmt: skip


def _for_hand(found: LookedUp | None, sought: Sought | None) -> bool:
    """An officer looks where no system answers, and says which holds where two answers differ."""
    return look_ups.by_hand(found) or bool(sought and sought.lines and not sought.settled)


def _found(looked: LookedUp) -> str:
    return f"{reviews.RESULTS[looked.result]} · {filters.short_datetime(looked.at)} · {looked.note}"


def _state(paper: Paper, mode: str | None, files: int) -> tuple[str, str, str, str]:
    if files:
        return "눈으로 볼 것", "warning", "alert", f"파일 {files}개"
    if mode == "look_up" and paper.look_up and not paper.look_up.consent:
        return OFFICE_LOOKS
    return WITHOUT_FILE.get(mode or "", NOT_NEEDED)


def _may_look_up(case: Case, paper: Paper, mode: str | None) -> bool:
    return case.state == "accepted" and paper.look_up is not None and mode == "look_up"


def _file(case: Case, upload: Upload, when: str, veil: Veil) -> File:
    scan = SCANS.get(upload.scan, "검사하지 않음")
    note = f"{when} · {filters.short_datetime(upload.created_at)} · {upload.pages}쪽 · {scan}"
    return File(veil.text(papers.name(upload)), reverse("desk:paper_file", args=[case.pk, upload.pk]), note)


def _sheets(case: Case, upload: Upload, when: str) -> list[Sheet]:
    name, tone = papers.name(upload), "success" if when == "보완한 것" else "gray"
    shown = range(1, min(upload.pages, PAGES_SHOWN) + 1)
    return [
        Sheet(
            f"{filters.short_datetime(upload.created_at)} · {n}/{upload.pages}쪽", when, tone,
            reverse("desk:paper_page", args=[case.pk, upload.pk, n]), f"{name} {n}쪽",
        )
        for n in shown
    ]  # fmt: skip

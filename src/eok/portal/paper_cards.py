"""Builds the cards of the papers' page: what I must do first, what the office does second, 해당 없음 last.

행정정보 공동이용 needs consent that names exactly what is looked at (전자정부법 §42①); only what the law asks for
is asked (민원처리법 §10①).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from eok.applications import consents
from eok.casework import look_ups
from eok.catalogue.schema import Paper
from eok.core.errors import NotFoundError
from eok.forms import evaluate
from eok.forms.evaluate import PaperState
from eok.krds.citations import law_ko
from eok.portal import lookups_shown
from eok.portal.file_lines import FileLine, files_of
from eok.portal.filling import Writing
from eok.portal.lookups_shown import Shown

MINE, OFFICE, NONE = 0, 1, 2


@dataclass(frozen=True)
class Way:
    """One way a paper may come."""

    mode: str
    label: str
    help: str


@dataclass(frozen=True)
class Card:
    id: str
    name: str
    reason: str
    place: int
    """MINE, OFFICE or NONE: the order of the cards."""
    word: str
    tone: str
    icon: str
    needed: bool
    mode: str
    """look_up, upload, by_post; empty while the person has not said."""
    ways: tuple[Way, ...]
    files: tuple[FileLine, ...]
    hints: tuple[str, ...]
    answer_url: str
    """Where the answer is that makes it needless."""
    error: str = ""
    looked: Shown | None = None
    """How the look-up stands; None while nobody looked."""
    may_look: bool = False
    """The source can be asked now."""
    consent: str = ""
    """What one agrees to: office, purpose, record, scope (전자정부법 §42①)."""


def cards(current: Writing, errors: Mapping[str, str] | None = None) -> list[Card]:
    """Every paper of the service, mine first."""
    files = files_of(current.draft)
    states = evaluate.papers_needed(current.service, current.content.answers, current.content.modes)
    looked = lookups_shown.of_draft(current)
    bare = [_card(current, s, files.get(s.paper.id, ()), (errors or {}).get(s.paper.id, "")) for s in states]
    made = [_with_look_up(card, looked) for card in bare]
    return sorted(made, key=lambda card: card.place)


def counted(shown: list[Card]) -> tuple[str, tuple[str, ...]]:
    """서류 3개: how they stand, for the side."""
    mine = [card for card in shown if card.place == MINE]
    given = sum(1 for card in mine if card.files or card.mode == "by_post")
    counts = (
        ("준비한 것", given),
        ("준비할 것", len(mine) - given),
        ("구청이 확인", sum(1 for card in shown if card.place == OFFICE)),
        ("해당 없음", sum(1 for card in shown if card.place == NONE)),
    )
    return f"서류 {len(shown)}개", tuple(f"{word} {count}개" for word, count in counts if count)


def paper_of(current: Writing, paper_id: str) -> Paper:
    """Raises NotFoundError."""
    for paper in current.service.papers:
        if paper.id == paper_id:
            return paper
    raise NotFoundError("그런 서류가 없습니다. 서식이 바뀌었을 수 있습니다. 서류 화면을 새로 열어 주세요.")


def _card(current: Writing, state: PaperState, files: tuple[FileLine, ...], error: str) -> Card:
    paper, mode = state.paper, state.mode if state.chosen else ""
    place = NONE if not state.needed else OFFICE if mode == "look_up" else MINE
    word, tone, icon = _badge(place, mode, files, paper)
    return Card(
        id=paper.id,
        name=paper.name.ko,
        reason=f"{state.reason} ({_article(paper)})" if state.needed and _article(paper) else state.reason,
        place=place,
        word=word,
        tone=tone,
        icon=icon,
        needed=state.needed,
        mode=mode,
        ways=tuple(_way(paper, way) for way in state.modes),
        files=files,
        hints=_hints(paper),
        answer_url=_answer_url(current, state) if not state.needed else "",
        error=error,
        consent=consents.words(current.service, paper) if paper.look_up and paper.look_up.consent else "",
    )


def _with_look_up(card: Card, looked: Mapping[str, Shown]) -> Card:
    """What was looked up already; where it does not agree the badge says so."""
    one = looked.get(card.id)
    known = replace(card, looked=one, may_look=_may_look(card, looked))
    open_ = card.place == OFFICE and one is not None and one.tone == "warning"
    return replace(known, word="확인해 주세요", tone="warning", icon="alert") if open_ else known


def _may_look(card: Card, looked: Mapping[str, Shown]) -> bool:
    """Where the office looks it up, a system is there, and what it said does not agree yet."""
    wanted = card.needed and any(way.mode == "look_up" for way in card.ways)
    done = card.id in looked and looked[card.id].tone == "success"
    return wanted and not done and card.mode in ("", "look_up") and not look_ups.unconnected()


def _badge(place: int, mode: str, files: tuple[FileLine, ...], paper: Paper) -> tuple[str, str, str]:
    if place == NONE:
        return "해당 없음", "gray", "minus-circle"
    if place == OFFICE:
        return "구청이 확인", "success", "check"
    if not mode:
        return "골라 주세요", "warning", "alert"
    if mode == "by_post":
        return "우편으로", "primary", "check"
    if files:
        return f"파일 {len(files)}개", "success", "check"
    return ("선택", "gray", "upload") if paper.optional else ("내가 준비", "warning", "upload")


def _way(paper: Paper, mode: str) -> Way:
    if mode == "look_up" and paper.look_up is not None:
        shown = ", ".join(paper.look_up.shows)
        if not paper.look_up.consent:
            return Way(mode, "구청이 바로 확인해요", f"{shown}만 봐요. 동의가 따로 필요 없어요.")
        return Way(mode, "구청이 확인하는 데 동의해요", f"{shown}만 봐요.")
    if mode == "by_post" and paper.by_post is not None:
        article = law_ko(paper.by_post.source.cite or "")
        return Way(
            mode, f"{paper.by_post.months}개월 안에 우편으로 낼게요", f"신청은 지금 끝내요. ({article})"
        )
    return Way(mode, "동의하지 않고 직접 낼게요" if paper.look_up else "파일로 올릴게요", "")


def _hints(paper: Paper) -> tuple[str, ...]:
    form = f"정해진 서식이 있어요: {paper.form}" if paper.form else ""
    texts = (paper.where_from.ko if paper.where_from else "", paper.instead.ko if paper.instead else "", form)
    return tuple(text for text in texts if text)


def _article(paper: Paper) -> str:
    return law_ko((paper.source.cite or "").split(";")[0])


def _answer_url(current: Writing, state: PaperState) -> str:
    """The page of the last answer the paper depends on."""
    for page in reversed(current.service.form.pages):
        if any(question.id in state.causes for question in page.questions):
            return reverse("portal:page", args=[current.draft.pk, page.id])
    return ""

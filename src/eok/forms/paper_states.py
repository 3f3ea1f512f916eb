"""Which 구비서류 these answers call for, and how each may come.

Only what the law asks may be asked (민원처리법 §10①); what the office can look up it looks up (민원처리법 §10③ 3호), with consent
where the law wants it (전자정부법 §42①).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eok.catalogue.schema import Paper, Service
from eok.forms import conditions, expressions
from eok.forms.visible import filed_answers

Mode = Literal["look_up", "upload", "by_post"]

NEEDED = "이 신고에 꼭 필요한 서류예요."
OPTIONAL = "있으면 내 주세요. 없어도 신고할 수 있어요."
NOT_NEEDED = "답하신 내용으로는 필요 없어요."
UNDECIDED = "위의 물음에 답하면 필요한지 알 수 있어요."
UNDECIDED_UNTIL_FILING = "신청하면서 답하면 필요한지 알 수 있어요."


@dataclass(frozen=True)
class PaperState:
    """One paper for these answers."""

    paper: Paper
    needed: bool
    reason: str
    """Why it is needed, or why not; one sentence."""
    mode: Mode
    """How it comes: looked up by the office, uploaded, by post."""
    chosen: bool = True
    """False while the person still has to say whether the office may look it up (전자정부법 §42①)."""
    waits_for: tuple[str, ...] = ()
    """Questions still open that decide whether it is needed (준비할 것 of the affair's page)."""
    causes: tuple[str, ...] = ()
    """Ids of the answers it depends on, for a link 답 고치기."""

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The ways that are open, the usual one first."""
        return ways(self.paper)

    @property
    def undecided(self) -> bool:
        """Nobody can say yet whether it is needed."""
        return bool(self.waits_for)


def papers_needed(
    service: Service,
    answers: Mapping[str, Any],
    modes: Mapping[str, str] | None = None,
    *,
    still_open: Collection[str] = (),
) -> list[PaperState]:
    """Every paper of the service, in its order.

    modes: by paper id, what the person chose; a way the paper does not have is not taken.
    still_open: questions that have no answer yet; what depends on them is undecided.
    """
    return papers_for(service, filed_answers(service, answers), modes or {}, still_open=still_open)


def papers_for(
    service: Service,
    filed: Mapping[str, Any],
    modes: Mapping[str, str],
    *,
    still_open: Collection[str] = (),
) -> list[PaperState]:
    """As `papers_needed`, where the filed answers are known already."""
    return [_state(service, paper, filed, modes.get(paper.id), still_open) for paper in service.papers]


def ways(paper: Paper) -> tuple[Mode, ...]:
    """How a paper may come. Where no consent is asked the office looks it up in any case."""
    if paper.look_up and not paper.look_up.consent:
        return ("look_up",)
    looked_up: tuple[Mode, ...] = ("look_up",) if paper.look_up else ()
    by_post: tuple[Mode, ...] = ("by_post",) if paper.by_post else ()
    return (*looked_up, "upload", *by_post)


def _state(
    service: Service, paper: Paper, known: Mapping[str, Any], chosen: str | None, still_open: Collection[str]
) -> PaperState:
    needed = conditions.truth(service, paper.when, known, still_open=still_open)
    causes = expressions.references(paper.when or "")
    waits_for = tuple(name for name in causes if name in still_open) if needed is None else ()
    mode = next((way for way in ways(paper) if way == chosen), None)
    return PaperState(
        paper=paper,
        needed=needed is True,
        reason=_undecided(service, waits_for) if waits_for else _reason(paper, needed is True),
        mode=mode or ways(paper)[0],
        chosen=mode is not None or not (paper.look_up and paper.look_up.consent),
        waits_for=waits_for,
        causes=causes,
    )


def _undecided(service: Service, waits_for: Collection[str]) -> str:
    """Beside the list stand the questions of 준비할 것; what hangs on another is told while filing."""
    here = any(asked.question in waits_for for asked in service.preparation)
    return UNDECIDED if here else UNDECIDED_UNTIL_FILING


def _reason(paper: Paper, needed: bool) -> str:
    said = paper.because if needed else paper.because_not
    usual = OPTIONAL if paper.optional else NEEDED
    return said.ko if said else usual if needed else NOT_NEEDED

"""The look-ups of a case as the desk shows them: when, where, under which number, what came, and whether it is settled.

Every answer stays in the list (전자정부법 §43①: 이용기관, 목적, 종류, 시기, 근거); a later one never hides an earlier one.
"""

from dataclasses import dataclass

from eok.applications import consents
from eok.applications.look_up_states import OPEN
from eok.applications.looked import Looked, Once
from eok.casework import grants, look_ups
from eok.casework.models import Case
from eok.core.pii import Veil
from eok.krds import filters
from eok.rules.record_verdict import Verdict

SAID = {
    Verdict.AGREES: "적은 것과 같음",
    Verdict.DIFFERS: "적은 것과 다름",
    Verdict.SEEN: "봄",
    Verdict.ABSENT: "기록 없음",
    Verdict.STALE: "번호가 바뀌기 전의 것",
}
TONES = {Verdict.AGREES: "success", Verdict.SEEN: "success", Verdict.STALE: "gray"}


@dataclass(frozen=True)
class LookUpLine:
    said: str
    tone: str
    when: str
    """When it was asked, and when the answer came where that was later."""
    source: str
    reference_no: str
    basis: str
    """The consent or the article it rests on."""
    words: str
    """What was seen, behind the veil."""
    late: bool


@dataclass(frozen=True)
class Sought:
    lines: tuple[LookUpLine, ...]
    contradicted: bool
    settled: bool
    withdrawn: bool


def of_case(case: Case, veil: Veil) -> dict[str, Sought]:
    """By paper id; papers nobody looked up and nobody took their consent back for are left out."""
    known, taken_back = look_ups.of_case(case), consents.withdrawn(case.application.draft_id)
    ids = [
        paper.id for paper in grants.service_of(case).papers if paper.id in known or paper.id in taken_back
    ]
    return {paper: _sought(known.get(paper), veil, paper in taken_back) for paper in ids}


def said(once: Once) -> str:
    """The result in a word or two."""
    if once.verdict is None:
        return once.label
    differing = f": {', '.join(once.apart)}" if once.apart else ""
    return f"{SAID[once.verdict]}{differing}"


def tone(once: Once) -> str:
    return TONES.get(once.verdict, "warning") if once.verdict else "warning"


def _sought(known: Looked | None, veil: Veil, withdrawn: bool) -> Sought:
    if known is None:
        return Sought((), contradicted=False, settled=False, withdrawn=withdrawn)
    settled = not known.contradicted and known.last.row.state not in (*OPEN, "asked") and not known.last.stale
    lines = tuple(_line(once, veil) for once in known.all)
    return Sought(lines, known.contradicted, settled, withdrawn)


def _line(once: Once, veil: Veil) -> LookUpLine:
    row = once.row
    return LookUpLine(
        said(once), tone(once), _when(once), row.source, row.reference_no, _basis(once),
        veil.text(look_ups.words(once)), once.late,
    )  # fmt: skip


def _when(once: Once) -> str:
    asked = f"{filters.short_datetime(once.row.asked_at)}에 물음"
    tries = f" ({once.row.attempts}번)" if once.row.attempts > 1 else ""
    came = once.row.answered_at
    return f"{asked}{tries} · {filters.short_datetime(came)}에 답" if came else f"{asked}{tries}"


def _basis(once: Once) -> str:
    if once.row.basis:
        return f"동의 없이: {once.row.basis}"
    consent = once.row.consent
    return f"동의 {filters.short_datetime(consent.given_at)}" if consent else "서명한 신청의 동의"

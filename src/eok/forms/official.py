"""The answers under the captions of the official form (별지 서식), ready for the screen and for paper.

Every caption stands there, also where nothing was asked: an officer sees at once that nothing was left out by
mistake. Which caption an answer stands under is said by the service's file (`official`, `group`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from eok.catalogue.schema import Question, Service
from eok.forms import expressions
from eok.forms.display import empty, words
from eok.forms.expressions import Comparison
from eok.forms.paper_states import PaperState, papers_needed
from eok.forms.visible import filed_answers
from eok.papers.typeset_form import Box, Cell, Consent, FiledForm, Group, PaperLine, arranged

CONSENT = (
    "본인은 이 건 업무처리와 관련하여 담당 공무원이 「전자정부법」 제36조제1항에 따른 행정정보의 공동이용을 통하여 "
    "위의 담당공무원 확인사항을 확인하는 것에 동의합니다."
)
"""전자정부법 §42①: told what is looked at, the person agrees beforehand."""

_YES_NO_BOXES = ((True, "해당함"), (False, "해당 없음"))


@dataclass(frozen=True)
class OfficialForm:
    """A filing as its official form shows it."""

    title: str
    law: str
    number: str
    """별지 제1호서식"""
    groups: tuple[Group, ...]
    declaration: str
    role: str
    """신고인 or 신청인"""
    papers: tuple[PaperLine, ...]
    looked_up: tuple[PaperLine, ...]
    consent: str
    """The sentence agreed to; empty where nothing needs consent."""


def official_form(
    service: Service,
    answers: Mapping[str, Any],
    modes: Mapping[str, str] | None = None,
    files: Mapping[str, int] | None = None,
) -> OfficialForm:
    """modes: how each paper comes. files: how many files were given, by paper id."""
    states = papers_needed(service, answers, modes)
    seen = [s for s in states if s.mode == "look_up"]
    return OfficialForm(
        title=service.form.title,
        law=service.form.law,
        number=service.form.number,
        groups=tuple(_groups(service, filed_answers(service, answers))),
        declaration=service.form.declaration.ko,
        role="신고인" if service.kind == "report" else "신청인",
        papers=tuple(_paper(s, files or {}) for s in states if s not in seen),
        looked_up=tuple(_looked_up(s) for s in seen),
        consent=CONSENT if any(s.needed and s.chosen and _asks_consent(s) for s in seen) else "",
    )


def sheet(
    form: OfficialForm,
    *,
    applicant: str,
    addressee: str,
    filing_no: str,
    arrived_at: datetime,
    fee: str,
    sample: bool,
    office: tuple[tuple[str, str], ...] = (),
    steps: tuple[tuple[str, str], ...] = (),
) -> FiledForm:
    """The paper of it, for `papers.typeset_form.filed_form`; see there for the arguments."""
    return FiledForm(
        title=form.title, law=form.law, number=form.number, groups=form.groups, declaration=form.declaration,
        role=form.role, papers=form.papers, looked_up=form.looked_up,
        consent=Consent(form.consent, "본인확인 완료") if form.consent else None,
        applicant=applicant, addressee=addressee, filing_no=filing_no, arrived_at=arrived_at, fee=fee,
        sample=sample, office=office, steps=steps,
    )  # fmt: skip


def _groups(service: Service, filed: Mapping[str, Any]) -> Iterator[Group]:
    """Captions under their side heads, both in the order of the form."""
    captions = [q for q in service.form.questions() if q.official]
    for head in dict.fromkeys(q.group or "" for q in captions):
        cells = [_cell(service, q, filed) for q in captions if (q.group or "") == head]
        yield Group(head, arranged(cells))


def _cell(service: Service, question: Question, filed: Mapping[str, Any]) -> Cell:
    value = filed.get(question.id)
    caption = question.official or ""
    if question.options or question.type == "yes_no":
        return Cell(caption, boxes=tuple(_boxes(service, question, filed)))
    if value is None:
        return Cell(caption, note=_why_empty(service, question, filed))
    return Cell(caption, words(question, value))


def _boxes(service: Service, question: Question, filed: Mapping[str, Any]) -> Iterator[Box]:
    value = filed.get(question.id)
    if question.type == "yes_no":
        yield from (Box(label, value is one) for one, label in _YES_NO_BOXES)
    chosen = value if isinstance(value, list) else [value]
    for option in question.options:
        note = _note(service, Comparison(question.id, option.value), filed)
        yield Box(option.label.ko, option.value in chosen, note)


def _note(service: Service, picked: Comparison, filed: Mapping[str, Any]) -> str:
    """What was written to an option: 기타(방문). The question hangs on that option and has no caption of its own."""
    for question in service.form.questions():
        hangs_on_it = list(expressions.comparisons(question.when or "")) == [picked]
        if hangs_on_it and not question.official and question.type == "text":
            return words(question, filed.get(question.id))
    return ""


def _why_empty(service: Service, question: Question, filed: Mapping[str, Any]) -> str:
    """The answer that made it fall away, in the words that were picked."""
    asked = {q.id: q for q in service.form.questions()}
    causes = [asked[name] for name in expressions.references(question.when or "") if name in asked]
    said = [words(q, filed.get(q.id)) for q in causes]
    picked = next((text for text in reversed(said) if text), "")
    return f"해당 없음({picked})" if picked else empty(question)


def _paper(state: PaperState, files: Mapping[str, int]) -> PaperLine:
    count = files.get(state.paper.id, 0)
    name = f"{state.paper.name.ko}({state.paper.form})" if state.paper.form else state.paper.name.ko
    if not state.needed:
        return PaperLine(name, "해당 없음", False, _why(state))
    if state.mode == "by_post":
        return PaperLine(name, "우편으로 냄", True, _why(state))
    said = f"파일 {count}개 제출" if count else "내지 않음"
    return PaperLine(name, said, count > 0, _why(state))


def _looked_up(state: PaperState) -> PaperLine:
    name = state.paper.name.ko
    if not state.needed:
        return PaperLine(name, "해당 없음", False, _why(state))
    if not _asks_consent(state):
        return PaperLine(name, "담당 공무원이 확인", True, _why(state))
    said = "공동이용 동의" if state.chosen else "동의 여부를 고르지 않음"
    return PaperLine(name, said, state.chosen, _why(state))


def _why(state: PaperState) -> str:
    """Which condition of the law is met or not, in the words of the affair's file."""
    said = state.paper.because if state.needed else state.paper.because_not
    return said.ko if said is not None and state.paper.when else ""


def _asks_consent(state: PaperState) -> bool:
    return state.paper.look_up is not None and state.paper.look_up.consent

"""The form as filed: answers under the captions of the 별지 서식, ready for any service.

What was filed is set as the statute's form has it, so that an officer reads at once what the law asks; the record
itself is the data (전자정부법 §26③: the electronic document is the document). Values in, PDF out.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from eok.core.clock import SEOUL
from eok.papers import fonts, typeset

HINT = "※ [  ]에는 해당되는 곳에 √표를 하며, 어두운 난은 신고인이 적지 않습니다."
SUBSTITUTED = " ▢로 보이는 글자의 원문은 전자기록에 있습니다."
NBSP = "\u00a0"
SHORT = 18
"""Answers up to this many characters share a row with another."""


@dataclass(frozen=True)
class Box:
    """One choice of a question: [√] 인터넷."""

    label: str
    checked: bool
    note: str = ""
    """Written into the brackets after it: 기타(방문)."""


@dataclass(frozen=True)
class Cell:
    """One caption of the form and what was answered."""

    caption: str
    value: str = ""
    note: str = ""
    """In grey: why there is no answer, what follows later."""
    boxes: tuple[Box, ...] = ()
    wide: bool = False
    """Takes a row of its own, however short the answer."""
    room: int = 0
    """Millimetres left free to write in, on a form for paper."""


@dataclass(frozen=True)
class Group:
    """Rows under one side head (신고인, 신고사항)."""

    head: str
    rows: tuple[tuple[Cell, ...], ...]
    """One, two or three cells a row; they share its width."""


@dataclass(frozen=True)
class PaperLine:
    """One required paper, and what became of it."""

    name: str
    state: str
    """1쪽 · 2026.11.17. 제출 / 공동이용 동의 … / 해당 없음(1번을 냄)"""
    given: bool
    """It is there, or may be looked up; drawn bold."""
    why: str = ""
    """Which condition is met, or is not."""


@dataclass(frozen=True)
class Consent:
    """행정정보 공동이용 동의 (전자정부법 §42①), as given."""

    text: str
    signed: str


@dataclass(frozen=True)
class FiledForm:
    """Everything on the sheet."""

    title: str
    law: str
    number: str
    """별지 제1호서식"""
    groups: tuple[Group, ...]
    declaration: str
    applicant: str
    role: str
    """신고인, 신청인"""
    addressee: str
    """서초구청장"""
    filing_no: str
    arrived_at: datetime
    """Entry into our computer, aware (행정절차법 §17②, 전자정부법 §27②)."""
    fee: str
    sample: bool
    """Made with demonstration keys: marked 견본."""
    signature: str = "전자서명(본인확인 완료)"
    office: tuple[tuple[str, str], ...] = ()
    """Caption and value of the grey cells: 접수번호, 접수일시, 처리기간."""
    papers: tuple[PaperLine, ...] = ()
    looked_up: tuple[PaperLine, ...] = ()
    consent: Consent | None = None
    steps: tuple[tuple[str, str], ...] = field(default=())
    """What and who: (접수, 처리기관)."""
    hint: str = HINT
    standing: str = "전자문서 제출본"
    """At the head: filed, or only looked at before filing."""
    bring: tuple[tuple[str, str], ...] = ()
    """Where to bring a form for paper: what and where."""
    blank: bool = False
    """To be filled in by hand; `signature` says how it is signed."""


def arranged(cells: Sequence[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Cells in rows: two short ones side by side, long answers and choices on their own."""
    rows: list[tuple[Cell, ...]] = []
    waiting: Cell | None = None
    for cell in cells:
        short = not cell.boxes and not cell.wide and len(cell.value + cell.note) <= SHORT
        if short and waiting:
            rows.append((waiting, cell))
            waiting = None
        elif short:
            waiting = cell
        else:
            rows.extend(((waiting,),) if waiting else ())
            rows.append((cell,))
            waiting = None
    return tuple(rows) + (((waiting,),) if waiting else ())


def filed_form(form: FiledForm) -> bytes:
    """The PDF. Characters no font draws are shown as ▢ and the foot says so: the answers are kept as data."""
    day = form.arrived_at.astimezone(SEOUL)
    return _drawn(form, f"{day.year}년 {day.month}월 {day.day}일", _foot(form, day))


def blank_form(form: FiledForm, foot: str) -> bytes:
    """The same sheet to be filled in by hand. Its `arrived_at` is when it was made."""
    return _drawn(form, f"년{NBSP * 8}월{NBSP * 8}일", foot)


def _drawn(form: FiledForm, filed_on: str, foot: str) -> bytes:
    data = {name: value for name, value in asdict(form).items() if name != "arrived_at"} | {
        "filed_on": filed_on
    }
    drawn = {name: _drawable(value) for name, value in data.items()}
    said = foot + (SUBSTITUTED if drawn != data else "")
    return typeset.render("papers/form", {**drawn, "foot": said}, made_at=form.arrived_at)


def _drawable(value: object) -> object:
    if isinstance(value, str):
        return fonts.substituted(value)
    if isinstance(value, dict):
        return {name: _drawable(part) for name, part in value.items()}
    return tuple(map(_drawable, value)) if isinstance(value, tuple) else value


def _foot(form: FiledForm, arrived: datetime) -> str:
    sample = "(견본)" if form.sample else ""
    return (
        f"전자로 신청한 내용을 서식에 맞추어 만든 문서로, {form.number}의 종이 서식을 갈음합니다{sample}.\n"
        f"신청번호 {form.filing_no} · {arrived:%Y.%m.%d. %H:%M:%S} 도착."
    )

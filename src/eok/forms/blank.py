"""The same 별지 서식 without answers, for those who file on paper (민원처리법 §8: a filing is a document).

Every caption and every choice of the official form, room to write, which papers go with it and when.
"""

from collections.abc import Iterator
from datetime import datetime

from eok.catalogue.schema import Paper, Question, QuestionType, Service
from eok.forms import expressions
from eok.forms.expressions import Comparison
from eok.forms.official import CONSENT
from eok.papers.typeset_form import NBSP, Box, Cell, Consent, FiledForm, Group, PaperLine, arranged

SIGNED_BY_HAND = "(서명 또는 인)"
HINT = "※ [  ]에는 해당되는 곳에 √표를 하며, 어두운 난은 신고인이 적지 않습니다."
ALWAYS = "꼭 냅니다."
LOOKED_UP = "담당 공무원이 확인합니다. 내지 않아도 됩니다."
WITH_CONSENT = "아래에 동의하면 담당 공무원이 확인합니다. 동의하지 않으면 직접 냅니다."
_DATE = f"{NBSP * 6}년{NBSP * 4}월{NBSP * 4}일"
_WIDE: frozenset[QuestionType] = frozenset({"address", "long_text", "domain"})
_ROOM = 6
_MUCH_ROOM = 18
_TO_WRITE = NBSP * 16


def blank_form(
    service: Service,
    *,
    addressee: str,
    fee: str,
    sample: bool,
    made_at: datetime,
    office: tuple[tuple[str, str], ...],
    steps: tuple[tuple[str, str], ...],
    bring: tuple[tuple[str, str], ...],
) -> FiledForm:
    """For `papers.typeset_form.blank_form`; see there for the arguments."""
    asked_first = any(p.look_up is not None and p.look_up.consent for p in service.papers)
    role = "신고인" if service.kind == "report" else "신청인"
    return FiledForm(
        title=service.form.title, law=service.form.law, number=service.form.number, groups=tuple(_groups(service)),
        declaration=service.form.declaration.ko, applicant=NBSP * 24, role=role, addressee=addressee, filing_no="",
        arrived_at=made_at, fee=fee, sample=sample, signature=SIGNED_BY_HAND, office=office,
        papers=tuple(_line(p) for p in service.papers if p.look_up is None),
        looked_up=tuple(_line(p) for p in service.papers if p.look_up is not None),
        consent=Consent(CONSENT, SIGNED_BY_HAND) if asked_first else None, steps=steps, hint=HINT,
        standing="종이로 낼 때 쓰는 빈 서식", bring=bring, blank=True,
    )  # fmt: skip


def _groups(service: Service) -> Iterator[Group]:
    captions = [q for q in service.form.questions() if q.official]
    for head in dict.fromkeys(q.group or "" for q in captions):
        cells = [_cell(service, q) for q in captions if (q.group or "") == head]
        yield Group(head, arranged(cells))


def _cell(service: Service, question: Question) -> Cell:
    caption = question.official or ""
    if question.type == "yes_no":
        return Cell(caption, boxes=(Box("해당함", False), Box("해당 없음", False)))
    if question.options:
        boxes = (
            Box(
                o.label.ko,
                False,
                _TO_WRITE if _opens_words(service, Comparison(question.id, o.value)) else "",
            )
            for o in question.options
        )
        return Cell(caption, boxes=tuple(boxes))
    if question.type == "date":
        return Cell(caption, note=_DATE)
    room = _MUCH_ROOM if question.type == "long_text" else _ROOM
    return Cell(caption, wide=question.type in _WIDE, room=room)


def _opens_words(service: Service, picked: Comparison) -> bool:
    """기타( ): a question in words hangs on this option and has no caption of its own."""
    return any(
        list(expressions.comparisons(q.when or "")) == [picked]
        for q in service.form.questions()
        if q.type == "text" and not q.official
    )


def _line(paper: Paper) -> PaperLine:
    name = f"{paper.name.ko}({paper.form})" if paper.form else paper.name.ko
    if paper.look_up is not None:
        return PaperLine(name, WITH_CONSENT if paper.look_up.consent else LOOKED_UP, False)
    if paper.when is None:
        return PaperLine(name, ALWAYS, True)
    return PaperLine(name, paper.because_not.ko if paper.because_not else "해당할 때만 냅니다.", False)

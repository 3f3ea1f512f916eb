"""Small made-up affairs: only what a test is about is written out."""

from datetime import date
from typing import Any

from django.utils.datastructures import MultiValueDict

from eok.catalogue.schema import Question, Service
from eok.forms.kinds.base import Around

TODAY = date(2026, 11, 23)
"""A Monday."""
AROUND = Around(TODAY)
COLUMNS = [
    {"id": "name", "type": "person_name", "label": "이름"},
    {"id": "won", "type": "money", "label": "급여"},
    {"id": "since", "type": "date", "label": "들어온 날", "required": False},
]
LAW = {"grade": "법령", "cite": "민원처리법 §8"}


def question(kind: str, name: str = "it", label: str = "상호", **facts: Any) -> Question:
    """A question of one kind; a choice gets two options unless told."""
    if kind in ("choice", "choices"):
        facts.setdefault("options", [{"value": "a", "label": "가"}, {"value": "b", "label": "나"}])
    if kind == "table":
        facts.setdefault("columns", COLUMNS)
    return Question.model_validate({"id": name, "type": kind, "label": label, **facts})


def service(*pages: list[Question], **facts: Any) -> Service:
    """An affair of these pages; facts: papers, preparation, review …"""
    form = {
        "law": "시험법 시행규칙",
        "number": "별지 제1호서식",
        "title": "시험 신고서",
        "source": LAW,
        "declaration": "위와 같이 신고합니다.",
        "pages": [_page(number, questions) for number, questions in enumerate(pages, 1)],
    }
    return Service.model_validate({**_USUAL, "form": form, **facts})


def paper(name: str, **facts: Any) -> dict[str, Any]:
    return {"id": name, "name": f"서류 {name}", "source": LAW, **facts}


def sent(**values: str | list[str]) -> MultiValueDict[str, str]:
    """What a browser sent; `birth__year` stands for the input `birth.year`."""
    listed = {
        name.replace("__", "."): one if isinstance(one, list) else [one] for name, one in values.items()
    }
    return MultiValueDict(listed)


def _page(number: int, questions: list[Question]) -> dict[str, Any]:
    return {
        "id": f"page-{number}",
        "step": "내용",
        "title": f"{number}쪽",
        "questions": [q.model_dump(by_alias=True) for q in questions],
    }


_SAID = {"text": "그렇다.", "source": LAW}
_USUAL: dict[str, Any] = {
    "id": "made-up",
    "name": "시험 신고",
    "summary": "시험이에요.",
    "kind": "report",
    "law": [_SAID],
    "who": _SAID,
    "when": _SAID,
    "office": "economy",
    "processing_period": {"value": 3, "unit": "days", "source": LAW},
    "fee": {"won": 0, "source": LAW},
    "result": "알림",
}

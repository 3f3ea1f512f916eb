"""Reads statutes kept as Markdown with a YAML head: one folder per family of laws.

The text is used to check the catalogue and to gather facts; none of it is kept. The parent of a
decree is found by title, never by folder; transitional provisions (부칙) cite old numbers and are cut.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from eok.law.facts import ArticleFacts, LawFacts

_ARTICLE = re.compile(r"^##### 제(\d+)조(?:의(\d+))?(?: \((.*)\))?\s*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"^\*\*([①-⑳])\*\*", re.MULTILINE)
_ITEM = re.compile(r"^  (\d+)(?:의\d+)?\\\. ", re.MULTILINE)


@dataclass(frozen=True)
class Statute:
    """One text as it stands in its file."""

    head: Mapping[str, Any]
    body: str
    """Without the transitional provisions."""

    @property
    def title(self) -> str:
        return str(self.head["제목"])

    @property
    def in_force(self) -> date:
        return _date(self.head["시행일자"])

    @cached_property
    def articles(self) -> Mapping[str, tuple[str, str]]:
        """Number → heading and text."""
        out: dict[str, tuple[str, str]] = {}
        marks = list(_ARTICLE.finditer(self.body))
        ends = [mark.start() for mark in marks[1:]] + [len(self.body)]
        for mark, end in zip(marks, ends, strict=True):
            number = mark[1] + (f"의{mark[2]}" if mark[2] else "")
            out.setdefault(number, (mark[3] or "", self.body[mark.end() : end].strip()))
        return out

    def passage(self, article: str, paragraph: int | None) -> str:
        """Text of an article, or of one paragraph of it; empty when there is none."""
        text = self.articles.get(article, ("", ""))[1]
        marks = list(_PARAGRAPH.finditer(text))
        if paragraph is None or not marks:
            return text
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        parts = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        return parts[paragraph - 1] if paragraph <= len(parts) else ""

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Number → title of each form that stands."""
        found = (f for f in self.head.get("첨부파일") or [] if f.get("별표구분") == "서식")
        forms = {_form_number(f): str(f.get("제목") or "") for f in found}
        return {number: title for number, title in forms.items() if "삭제" not in title[:4]}

    def facts(self, coming: date | None = None) -> LawFacts:
        return LawFacts(
            title=self.title,
            promulgated=_date(self.head["공포일자"]),
            in_force=self.in_force,
            source=str(self.head["출처"]),
            articles={number: _facts(*article) for number, article in self.articles.items()},
            forms=self.forms,
            coming=coming,
        )


def read(path: Path) -> Statute:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Statute(yaml.load(head, Loader=yaml.CSafeLoader), body.split("\n## 부칙", 1)[0])


def _facts(heading: str, text: str) -> ArticleFacts:
    marks = list(_PARAGRAPH.finditer(text))
    items: dict[int, int] = {}
    starts = [0, *(mark.start() for mark in marks)]
    for paragraph, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        numbers = [int(found[1]) for found in _ITEM.finditer(text[start:end])]
        if numbers:
            items[paragraph] = max(numbers)
    gone = not marks and text.startswith("삭제")
    return ArticleFacts(heading, len(marks), items, repealed=gone)


def _form_number(form: Mapping[str, Any]) -> str:
    number = int(str(form["별표번호"]))
    branch = int(str(form.get("별표가지번호") or "0"))
    return f"별지 제{number}호" + (f"의{branch}" if branch else "") + "서식"


def _date(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))

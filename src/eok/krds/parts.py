"""What the macros are given when a line has more than three values: plain, typed, of no room.

Rooms turn what they know into these; the macro that takes each is named with it.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Origin:
    """`badge.html` source_line: where a fact comes from and how sure it is."""

    grade: str
    """법령, 우리 구, 참고 or 미확인; what is 법령 shows its article and no badge."""
    cite: str = ""
    who: str = ""
    """Whose page, or who decided it."""
    url: str = ""
    on: str = ""
    """When it was read or decided, in words."""


@dataclass(frozen=True)
class Paper:
    """`papers.html` paper_list: one line of what to prepare."""

    id: str
    name: str
    reason: str
    who: Literal["mine", "office", "none"]
    """mine: I bring it; office: the office looks it up; none: not needed here."""
    word: str
    """The badge: 내가 준비, 구청이 확인, 개인은 없음."""
    origin: Origin | None = None


@dataclass(frozen=True)
class SumLine:
    """`affair.html` explanation: one line of the sum behind a date."""

    when: str
    text: str
    law: str = ""
    amount: str = ""
    kind: str = ""
    """total closes the sum."""


@dataclass(frozen=True)
class Event:
    """`case.html` timeline."""

    title: str
    detail: str
    state: Literal["done", "now", "waiting", "left"]
    """waiting: it is the resident's turn."""


@dataclass(frozen=True)
class Row:
    """`worklist.html` worklist_row: one case in the officer's list."""

    id: str
    url: str
    number: str
    affair: str
    person: str
    """Masked."""
    left: str
    """Time left in words."""
    due: str
    next: str
    left_tone: Literal["", "warning", "danger"] = ""
    tag: str = ""
    tag_tone: str = "gray"


@dataclass(frozen=True)
class Check:
    """`desk_case.html` checks: one thing that was looked at."""

    what: str
    said: str
    state: Literal["ok", "look", "wrong", "none"]
    source: str


@dataclass(frozen=True)
class Action:
    """`desk_case.html` action_list: what may be done now, or why not."""

    label: str
    why: str
    law: str = ""
    url: str = ""
    """Empty: not now."""
    key: str = ""


@dataclass(frozen=True)
class Sheet:
    """`desk_case.html` viewer: one page of a paper."""

    word: str
    """처음 낸 것, 보완한 것."""
    caption: str
    src: str
    alt: str
    tone: str = "gray"

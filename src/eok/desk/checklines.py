"""The checks of a case as the desk shows them: open ones first, result at the right, source below."""

from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.casework import reviews
from eok.casework.models import Case
from eok.casework.reviews import Checked
from eok.core.pii import Veil
from eok.krds import filters

STATES = {"look": "look", "not_ok": "wrong", "ok": "ok", "not_applicable": "none"}
"""Result → how it is drawn, in the order of the list."""
ORDER = tuple(STATES)


@dataclass(frozen=True)
class Mistake:
    """A result that could not be noted: at which check, why, what was typed."""

    item: str
    message: str
    typed: str


@dataclass(frozen=True)
class CheckLine:
    id: str
    what: str
    said: str
    state: str
    """look, wrong, ok or none"""
    source: str
    """The article."""
    by: str
    """Who looked and when; empty while nobody has."""
    note: str
    error: str = ""


def lines(case: Case, veil: Veil, mistake: Mistake | None = None) -> list[CheckLine]:
    names = accounts.officer_names()
    rows = sorted(reviews.review_list(case), key=lambda checked: ORDER.index(checked.result))
    return [_line(row, names, veil, mistake) for row in rows]


def _line(checked: Checked, names: dict[str, str], veil: Veil, mistake: Mistake | None) -> CheckLine:
    item = checked.item
    here = mistake if mistake and mistake.item == item.id else None
    return CheckLine(
        item.id, item.question.ko, reviews.RESULTS[checked.result], STATES[checked.result],
        item.source.cite or "", _by(checked, names), here.typed if here else veil.text(checked.note),
        here.message if here else "",
    )  # fmt: skip


def _by(checked: Checked, names: dict[str, str]) -> str:
    if checked.at is None:
        return ""
    kind, _, number = checked.by.partition(":")
    who = names.get(number, "담당자") if kind == "officer" else "자동 확인"
    return f"{who} {filters.short_datetime(checked.at)}"

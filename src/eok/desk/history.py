"""Who did what to a case and when, as the desk tells it."""

from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.casework import queries as casework
from eok.casework.lifecycle import By
from eok.casework.models import Case
from eok.casework.queries import Happened
from eok.core.pii import Veil
from eok.krds import filters


@dataclass(frozen=True)
class HistoryLine:
    when: str
    what: str
    who: str
    said: str
    """What was said with it; empty mostly."""


def lines(case: Case, veil: Veil) -> list[HistoryLine]:
    """Latest first."""
    names = accounts.officer_names()
    return [_line(happened, names, veil) for happened in reversed(casework.history(case))]


def latest(case: Case, veil: Veil) -> HistoryLine:
    return lines(case, veil)[0]


def _line(happened: Happened, names: dict[str, str], veil: Veil) -> HistoryLine:
    told = happened.row.told or happened.row.label
    return HistoryLine(
        filters.short_datetime(happened.at), told, _who(happened, names), veil.text(_said(happened))
    )


def _who(happened: Happened, names: dict[str, str]) -> str:
    if happened.actor_kind == "officer":
        return names.get(happened.actor, "담당자")
    return "민원인" if happened.actor_kind == "resident" else By.SYSTEM.value


def _said(happened: Happened) -> str:
    """The reason of who did it, in the words they chose."""
    for name in ("reason", "note", "opinion", "text"):
        if happened.details.get(name):
            return str(happened.details[name])
    return ""

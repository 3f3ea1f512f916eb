"""What may be done with a case now, each verb with its page, and why the others are not open."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.casework.models import Case
from eok.casework.permissions import Action
from eok.krds.citations import law_ko


@dataclass(frozen=True)
class ActionLine:
    """What krds/desk_case.html action_list draws."""

    verb: str
    label: str
    url: str
    """Empty when it is not open."""
    why: str
    law: str
    key: str


PAGES = {
    "accept": ("desk:accept", "a"),
    "request_supplement": ("desk:supplement", "s"),
    "request_again": ("desk:supplement", "s"),
    "extend": ("desk:extend", "e"),
    "return_documents": ("desk:return", ""),
    "propose": ("desk:decide", "d"),
    "grant": ("desk:decide", "d"),
    "refuse": ("desk:decide", ""),
    "send_back": ("desk:send_back", "b"),
}
"""Where a verb with a page of its own is done, and its key; every other one has the page of `views/plain.py`."""


def lines(case: Case, officer: Officer) -> list[ActionLine]:
    """In the order of the lifecycle table, the open ones first."""
    known = permissions.actions(case, officer)
    granted = any(a.allowed for a in known if a.row.verb == "grant")
    made = [_line(case, a, granted) for a in known]
    return sorted(_once_each(made), key=lambda line: not line.url)


def _line(case: Case, action: Action, granted: bool) -> ActionLine:
    row = action.row
    url, key = _page(case, row.verb, granted) if action.allowed else ("", "")
    return ActionLine(row.verb, row.label, url, law_ko(action.why_not or ""), row.law, key)


def _page(case: Case, verb: str, granted: bool) -> tuple[str, str]:
    """Address and key."""
    if verb not in PAGES:
        return reverse("desk:plain", args=[case.pk, verb]), ""
    name, key = PAGES[verb]
    if verb == "propose" and granted:  # who decides alone sends up only what others decide: a refusal
        verb, key = "refuse", ""
    return f"{reverse(name, args=[case.pk])}?verb={verb}", key


def _once_each(lines: Iterable[ActionLine]) -> list[ActionLine]:
    """Of the rows with one label, the one that is open, else the first."""
    kept: dict[str, ActionLine] = {}
    for line in lines:
        if line.label not in kept or (line.url and not kept[line.label].url):
            kept[line.label] = line
    return list(kept.values())

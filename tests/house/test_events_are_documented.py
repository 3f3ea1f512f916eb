"""docs/events.md says of every event what it carries and what follows, as the code has it."""

import dataclasses

from eok.core.events import Event, Reaction
from eok.reactions import REACTIONS
from tests.house.events import events
from tests.house.repository import document, rows

ROWS = {cells[0].strip("`"): cells for cells in rows(document("docs/events.md"))}


def test_every_event_has_a_row_and_every_row_an_event() -> None:
    assert sorted(ROWS) == [event.__name__ for event in events()]


def test_a_row_says_what_the_event_carries() -> None:
    carried = {event.__name__: ", ".join(f.name for f in dataclasses.fields(event)) for event in events()}

    assert {name: cells[2] for name, cells in ROWS.items()} == carried


def test_a_row_says_the_version() -> None:
    assert {name: cells[3] for name, cells in ROWS.items()} == {e.__name__: str(e.version) for e in events()}


def test_a_row_says_what_follows() -> None:
    follows = {event.__name__: _words(event) for event in events()}

    assert {name: cells[4] for name, cells in ROWS.items()} == follows


def test_every_event_stands_on_the_page_of_reactions() -> None:
    assert set(events()) == set(REACTIONS)


def _words(event: type[Event]) -> str:
    return ", ".join(map(_reaction, REACTIONS.get(event, ()))) or "–"


def _reaction(reaction: Reaction) -> str:
    when = "now" if reaction.at_once else "later, outside" if reaction.outside else "later"
    return f"{when} `{reaction.name}`"

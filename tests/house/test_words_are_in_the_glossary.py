"""One Korean term, one English name: every table, event, state and verb has its row in docs/glossary.md."""

from collections import Counter

import pytest
from django.apps import apps

from eok.casework.lifecycle import STATES, TRANSITIONS
from tests.house.events import events
from tests.house.repository import codes, document, rows, section

TEXT = document("docs/glossary.md")


def terms(heading: str) -> dict[str, str]:
    """Code name to Korean term, of the tables under a heading."""
    return {codes(cells[1])[0]: cells[0] for cells in rows(section(TEXT, heading))}


def test_every_table_is_called_what_people_call_it() -> None:
    tables = {
        m.__name__: str(m._meta.verbose_name) for m in apps.get_models() if m.__module__.startswith("eok.")
    }

    assert terms("Tables") == tables


def test_every_event_has_a_row() -> None:
    rooms = {cells[1].strip("`"): cells[2] for cells in rows(section(TEXT, "Events"))}

    assert rooms == {event.__name__: event.__module__.split(".")[1] for event in events()}


def test_every_state_is_called_what_officers_read() -> None:
    assert terms("States of a case") == {name: state.label for name, state in STATES.items()}


def test_every_verb_is_called_what_officers_read() -> None:
    assert terms("Verbs of a case") == {row.verb: row.label for row in TRANSITIONS}


@pytest.mark.parametrize(
    "heading",
    ["Tables", "Events", "States of a case", "Verbs of a case", "Words of the law", "Words of the house"],
)
def test_no_word_stands_for_two_things(heading: str) -> None:
    cells = rows(section(TEXT, heading))

    korean = Counter(row[0] for row in cells)
    english = Counter(code for row in cells for code in codes(row[1]))

    assert cells
    assert [word for word, times in (korean + english).items() if times > 1] == []

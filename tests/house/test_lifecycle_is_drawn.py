"""docs/lifecycle.md is what the table of the lifecycle draws."""

from eok.casework.lifecycle import STATES, TRANSITIONS
from tests.house.lifecycle_page import PAGE, page


def test_the_page_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "PYTHONPATH=src:. python -m tests.house.lifecycle_page"


def test_the_page_shows_every_state_and_verb() -> None:
    drawn = page()

    assert [name for name in STATES if f"| `{name}` |" not in drawn] == []
    assert [row.verb for row in TRANSITIONS if f"| `{row.verb}` |" not in drawn] == []

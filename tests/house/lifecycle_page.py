"""Draws docs/lifecycle.md from the one table of states and transitions.

`PYTHONPATH=src:. python -m tests.house.lifecycle_page` writes it anew; a test compares.
"""

from collections.abc import Iterator
from pathlib import Path

from eok.casework.guards import GUARDS
from eok.casework.lifecycle import STATES, TRANSITIONS, Transition

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"

HEAD = """\
# Lifecycle of a case

Drawn from `src/eok/casework/lifecycle.py`, the one table that screens, permissions, notices and the clock read. Not
edited by hand: `PYTHONPATH=src:. python -m tests.house.lifecycle_page` draws it anew.
"""
CLOCKS = {
    "none": "",
    "start": "▶ start",
    "pause": "⏸ pause",
    "resume": "▶ resume",
    "extend": "＋ extend",
    "stop": "■ stop",
}


def page() -> str:
    """The whole document."""
    return "\n".join(
        [HEAD, *_diagram(), "", "## States", "", *_states(), "", "## Transitions", "", *_transitions(), ""]
    )


def _diagram() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for name, state in STATES.items():
        yield f'    state "{state.label}" as {name}'
    for row in TRANSITIONS:
        for source in row.sources if row.to else ():
            yield f"    {source or '[*]'} --> {row.to}: {_words(row)}"
    for name, state in STATES.items():
        if not state.open:
            yield f"    {name} --> [*]"
    yield "```"


def _words(row: Transition) -> str:
    mark = CLOCKS[row.clock.value].split(" ")[0]
    return f"{row.label} {mark}".strip()


def _states() -> Iterator[str]:
    yield "| state | on the desk | to the resident | still open |"
    yield "|---|---|---|---|"
    for name, state in STATES.items():
        yield f"| `{name}` | {state.label} | {state.told} | {'yes' if state.open else 'no'} |"


def _transitions() -> Iterator[str]:
    yield "| verb | in words | from | to | who | clock | only if | notice | law |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in TRANSITIONS:
        sources = " · ".join(source or "–" for source in row.sources) if row.to else "any but ended"
        who = " · ".join(by.value for by in row.by)
        cells = (
            f"`{row.verb}`",
            row.label,
            sources,
            row.to or "the same",
            who,
            CLOCKS[row.clock.value],
            _guard(row),
            row.notice or "",
            row.law,
        )
        yield "| " + " | ".join(cells) + " |"


def _guard(row: Transition) -> str:
    return f"`{row.guard}`" if row.guard in GUARDS else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""An entry is what its events make of it: one pure step from entry to entry, used by every writer and by replay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from eok.licences import lifecycle
from eok.licences.details import Details
from eok.licences.lifecycle import ENDED, Papers


@dataclass(frozen=True)
class SanctionLine:
    sequence: int
    kind: str
    from_on: date
    to_on: date | None
    won: int | None
    lifted_on: date | None = None


@dataclass(frozen=True)
class Line:
    """The entry as it stands."""

    state: str = ""
    opened_on: date | None = None
    ended_on: date | None = None
    content: Mapping[str, str] = field(default_factory=dict)
    papers_from: int = 0
    sequence: int = 0
    sanctions: tuple[SanctionLine, ...] = ()


@dataclass(frozen=True)
class Happened:
    sequence: int
    verb: str
    on: date
    details: Details


def apply(line: Line, happened: Happened) -> Line:
    """The entry after one event more."""
    row, said = lifecycle.verb(happened.verb), happened.details
    state = row.to or said.state or line.state or "active"
    return replace(
        line,
        state=state,
        opened_on=line.opened_on or happened.on,
        ended_on=_ended(line, state, happened),
        content={**line.content, **said.content} if row.writes else line.content,
        papers_from=line.papers_from if row.papers is Papers.KEEP else happened.sequence,
        sequence=happened.sequence,
        sanctions=_sanctions(line.sanctions, happened),
    )


def fold(events: Iterable[Happened]) -> Line:
    """The entry its whole history makes."""
    line = Line()
    for happened in events:
        line = apply(line, happened)
    return line


def _ended(line: Line, state: str, happened: Happened) -> date | None:
    if state not in ENDED:
        return None
    if line.state == state:
        return line.ended_on
    return happened.details.ended_on or happened.on


def _sanctions(known: tuple[SanctionLine, ...], happened: Happened) -> tuple[SanctionLine, ...]:
    said = happened.details
    if said.lifts is not None:
        return tuple(replace(s, lifted_on=happened.on) if s.sequence == said.lifts else s for s in known)
    if said.sanction is None:
        return known
    new = said.sanction
    return (*known, SanctionLine(happened.sequence, new.kind, new.from_on, new.to_on, new.won))

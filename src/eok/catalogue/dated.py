"""A coming change of the law: one file says how its affair stands before and from a day on.

```yaml
changes:
  - from: 2027-01-01
    source: {grade: 법령, cite: …}
    set:
      processing_period: {value: 2, unit: days, source: {…}}
```

`set` replaces whole fields of the state before it, so that no word of the old rule stays under the new one.
Both states are read and checked today; which one is in force is asked each time (행정기본법 §14②).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field, TypeAdapter

from eok.catalogue.schema import Service
from eok.catalogue.sources import Part, Source
from eok.offices.data_file import DataFile

SECTION = "changes"
FIXED = frozenset({"id", "sector", "licence_tax", SECTION})
"""What a day can't change: its name and shelf; the class of the licence tax stands in the district's table."""


class Change(Part):
    """From a day on, other facts."""

    from_: date = Field(alias="from")
    """First day, in Seoul."""
    source: Source
    set_: dict[str, Any] = Field(alias="set", min_length=1)  # checked as the service it makes


CHANGES = TypeAdapter(tuple[Change, ...])


@dataclass(frozen=True)
class State:
    """An affair as it stands from a day on."""

    since: date
    """`date.min`: from the beginning."""
    source: Source | None
    """Of the change that made it; None for the first."""
    service: Service
    file: DataFile
    """Where each of its facts stands."""


def without_changes(file: DataFile) -> DataFile:
    """What the file says but for its dated sections."""
    return DataFile({key: value for key, value in file.value.items() if key != SECTION}, file.places)


def changed(before: DataFile, file: DataFile, index: int) -> DataFile:
    """`before` with the fields of the index-th section of `file` in place of its own."""
    section = file.part((SECTION, index, "set"), ())
    kept = {key: value for key, value in before.value.items() if key not in section.value}
    return DataFile(kept, before.places).overlaid_by(section)


def in_force(states: Sequence[State], day: date) -> State:
    """The state of a day."""
    return next(state for state in reversed(states) if state.since <= day)


def turns(states: Iterable[State]) -> frozenset[date]:
    """The days on which something changes."""
    return frozenset(state.since for state in states if state.since > date.min)

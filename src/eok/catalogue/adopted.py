"""Facts the district approved, laid over the files: what the law leaves to a table outside the texts.

They stand in `adopted.yaml`: of the district's folder (kept under version control, read with the folder) and of the
state directory (written from the approvals in the database, `adoption.py`). Each holds from a day on; a value of an
earlier day gives way where the file itself changes on a later one. A confirmation says that the words of the file
are right, and falls away when they change.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import Field, TypeAdapter, ValidationError

from eok.catalogue import sentences
from eok.catalogue.dated import State, in_force
from eok.catalogue.loader import FaultyServiceError, Loaded, service_of
from eok.catalogue.problems import Problem
from eok.catalogue.sources import Id, Part, Source
from eok.offices import data_file
from eok.offices.data_file import DataFile, DataFileError, Loc, Place

FILE = "adopted.yaml"
CONFIRMED = "confirmed"
"""Key of a value that only says: the file is right."""
OFFICE = "office"
"""The one field that is a plain word without a source."""


class Entry(Part):
    """One approved fact, as `adopted.yaml` spells it."""

    service: Id
    field: str = Field(pattern=r"^[a-z_]+(\.[a-z0-9_]+)*$", max_length=120)
    """Where it stands in the affair's file: `fee`, `papers.2`."""
    value: dict[str, Any]  # checked as the service it makes
    from_: date = Field(alias="from")
    """First day, in Seoul."""
    source: Source


_ENTRIES = TypeAdapter(tuple[Entry, ...])


@dataclass(frozen=True)
class Adopted:
    """An entry and its line."""

    entry: Entry
    place: Place


def over(files: Loaded, path: Path) -> Loaded:
    """The same catalogue with the facts of this file on top. A fact that fits no longer becomes a Problem."""
    if not path.exists():
        return files
    found, problems = read(path)
    states = dict(files.states)
    for service_id in sorted({one.entry.service for one in found} & states.keys()):
        own = [one for one in found if one.entry.service == service_id]
        try:
            states[service_id] = laid_over(states[service_id], own)
        except FaultyServiceError as faulty:
            problems += faulty.problems
    return replace(files, problems=(*files.problems, *problems), states=MappingProxyType(states)).on(date.min)


def read(path: Path) -> tuple[list[Adopted], tuple[Problem, ...]]:
    """Never raises for what stands in the file."""
    try:
        file = data_file.read(path)
        entries = _ENTRIES.validate_python(file.value or ())
    except DataFileError as error:
        return [], (Problem(str(error.place.file), error.place.line, error.text),)
    except ValidationError as error:
        places = [(file.place(tuple(one["loc"])), sentences.fault(one)) for one in error.errors()]
        return [], tuple(Problem(str(place.file), place.line, text) for place, text in places)
    return [Adopted(entry, file.place((index,))) for index, entry in enumerate(entries)], ()


def written(entries: Iterable[Entry]) -> str:
    """As `adopted.yaml` spells them."""
    value = [one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in entries]
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    return f"# 우리 구가 채우고 두 사람이 확인한 사실. 만든 것: ./eok adopt export\n{text}"


def laid_over(states: Sequence[State], facts: Sequence[Adopted]) -> tuple[State, ...]:
    """A state from each day on which the file or a fact begins. Raises FaultyServiceError."""
    days = sorted({state.since for state in states} | {one.entry.from_ for one in facts})
    return tuple(_state(states, facts, day) for day in days)


def _state(states: Sequence[State], facts: Sequence[Adopted], day: date) -> State:
    base = in_force(states, day)
    source, file = (base.source if base.since == day else None), base.file
    for one in sorted(facts, key=lambda fact: fact.entry.from_):
        if one.entry.from_ <= day and not _overtaken(one.entry, states, base):
            file = with_value(file, one)
            source = one.entry.source if one.entry.from_ == day else source
    return State(day, source, base.service if file is base.file else service_of(file), file)


def _overtaken(entry: Entry, states: Sequence[State], base: State) -> bool:
    """Whether the file says something else since a later day (행정기본법 §14②: the law of the day)."""
    then, root = in_force(states, entry.from_), loc_of(entry.field)[0]
    return base.since > entry.from_ and then.file.value.get(root) != base.file.value.get(root)


def with_value(file: DataFile, one: Adopted) -> DataFile:
    """The file with this fact in its place; as it is where the place is gone or what was confirmed has changed."""
    entry, loc = one.entry, loc_of(one.entry.field)
    old = said(file.value, loc)
    if entry.field == OFFICE:
        return _put(file, loc, entry.value.get(OFFICE), one.place)
    if not isinstance(old, dict) or (CONFIRMED in entry.value and not _same(old, entry.value[CONFIRMED])):
        return file
    value = {} if CONFIRMED in entry.value else entry.value
    source = entry.source.model_dump(mode="json", exclude_none=True)
    return _put(file, loc, {**old, **value, "source": source}, one.place)


def bare(part: Mapping[str, Any]) -> dict[str, Any]:
    """What a part of a file says, without where it comes from; JSON-ready."""
    value: dict[str, Any] = json.loads(json.dumps(part, default=str))
    value.pop("source", None)
    return value


def loc_of(field: str) -> Loc:
    """`papers.2` → ("papers", 2)"""
    return tuple(int(part) if part.isdigit() else part for part in field.split("."))


def said(value: Any, loc: Loc) -> Any:
    """What stands there; None when nothing does."""
    for key in loc:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _same(old: Mapping[str, Any], confirmed: object) -> bool:
    return bare(old) == confirmed


def _put(file: DataFile, loc: Loc, new: Any, place: Place) -> DataFile:
    places = {known: line for known, line in file.places.items() if known[: len(loc)] != loc}
    return DataFile(_replaced(file.value, loc, new), {**places, loc: place})


def _replaced(value: Any, loc: Loc, new: Any) -> Any:
    if not loc:
        return new
    out: Any = list(value) if isinstance(value, list) else dict(value)
    out[loc[0]] = _replaced(out[loc[0]] if len(loc) > 1 else None, loc[1:], new)
    return out

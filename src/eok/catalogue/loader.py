"""Loads every service: the law's file, overlaid by the district's, validated; all faults at once.

`data/services/<sector>/<id>.yaml` says what the law says; `<district>/services/<sector>/<id>.yaml`
changes single facts of it; the tables of fees and licence tax, the state's and the district's, fill theirs in. A dated section says
how the affair stands from a day on (`dated.py`).
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from eok.catalogue import places, sentences
from eok.catalogue.blocks import expand
from eok.catalogue.dated import (
    CHANGES,
    FIXED,
    SECTION,
    Change,
    State,
    changed,
    in_force,
    turns,
    without_changes,
)
from eok.catalogue.problems import Problem
from eok.catalogue.schema import Service
from eok.catalogue.sources import names_known
from eok.core.errors import EokError
from eok.offices import data_file, facts
from eok.offices.data_file import DataFile, DataFileError, Loc


@dataclass(frozen=True, eq=False)
class Loaded:
    """What the folders hold: the services that are right, and what is wrong with the others."""

    services: Mapping[str, Service]
    """Each in its state of one day."""
    problems: tuple[Problem, ...]
    states: Mapping[str, tuple[State, ...]]
    """Every state of each service, oldest first."""

    def turn(self, day: date) -> date:
        """The last day up to this one on which a service changed."""
        return max((turn for turn in self._turns if turn <= day), default=date.min)

    @cached_property
    def _turns(self) -> frozenset[date]:
        return frozenset().union(*(turns(states) for states in self.states.values()))

    def on(self, day: date) -> "Loaded":
        """The same files, each service in its state of this day (Seoul)."""
        services = {name: in_force(states, day).service for name, states in self.states.items()}
        return replace(self, services=MappingProxyType(services))


def load(data_dir: Path, district_dir: Path) -> Loaded:
    """Read all services, in their first states. Never raises for a fault in a file: it becomes a Problem."""
    found: dict[str, tuple[State, ...]] = {}
    problems: list[Problem] = []
    overlays = facts.overlays(data_dir, district_dir)
    for path in sorted((data_dir / "services").glob("*/*.yaml")):
        try:
            states = _states(_file(path, district_dir, overlays), data_dir / "forms")
        except DataFileError as error:
            problems.append(Problem(str(error.place.file), error.place.line, error.text))
        except FaultyServiceError as faulty:
            problems.extend(faulty.problems)
        else:
            problems.extend(_same_id(states[0].service, path, found))
            found.setdefault(states[0].service.id, states)
    return Loaded({}, tuple(problems), MappingProxyType(found)).on(date.min)


class FaultyServiceError(EokError):
    """A file that is no service; carries every fault found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def _file(path: Path, district_dir: Path, overlays: Mapping[str, DataFile]) -> DataFile:
    """The law's file with the district's laid over it."""
    file = data_file.read(path)
    if not isinstance(file.value, dict):
        raise FaultyServiceError((Problem(str(path), 1, "민원사무 하나를 이름: 값 꼴로 적어야 합니다"),))
    sector = path.parent.name
    own = district_dir / "services" / sector / path.name
    for overlay in (overlays.get(path.stem), data_file.read(own) if own.exists() else None):
        file = file.overlaid_by(overlay) if overlay else file
    file.value.setdefault("sector", sector)
    return file


def _states(file: DataFile, forms: Path) -> tuple[State, ...]:
    """The file as it stands at first, then from each of its dated sections on, every one whole.

    forms: where the blocks and shared forms lie.
    """
    changes = _changes(file)
    now = without_changes(file)
    whole = expand(now, forms)
    states = [State(date.min, None, service_of(whole), whole)]
    for index, change in enumerate(changes):
        now = changed(now, file, index)
        whole = expand(now, forms)
        states.append(State(change.from_, change.source, service_of(whole), whole))
    places.remember(states[0].service.id, states[0].file)
    return tuple(states)


def _changes(file: DataFile) -> tuple[Change, ...]:
    try:
        changes = CHANGES.validate_python(file.value.get(SECTION, ()))
    except ValidationError as error:
        raise FaultyServiceError(tuple(_faults(error, file, (SECTION,)))) from error
    problems = tuple(_misdated(changes, file))
    if problems:
        raise FaultyServiceError(problems)
    return changes


def _misdated(changes: Sequence[Change], file: DataFile) -> Iterator[Problem]:
    """A later section has a later day, and none changes what no day can change."""
    for index, change in enumerate(changes):
        place = file.place((SECTION, index))
        if index and change.from_ <= changes[index - 1].from_:
            yield Problem(str(place.file), place.line, "changes는 앞의 것보다 뒤의 날이어야 합니다")
        for name in sorted(FIXED & change.set_.keys()):
            place = file.place((SECTION, index, "set", name))
            yield Problem(str(place.file), place.line, f"{name}: changes에서 바꿀 수 없는 이름입니다")


def service_of(file: DataFile) -> Service:
    """Raises FaultyServiceError."""
    try:
        return Service.model_validate(file.value)
    except ValidationError as error:
        raise FaultyServiceError(tuple(_faults(error, file))) from error


def _faults(error: ValidationError, file: DataFile, under: Loc = ()) -> Iterator[Problem]:
    """under: where in the file the value that was read stands."""
    for fault in error.errors():
        place = file.place((*under, *fault["loc"]))
        yield Problem(str(place.file), place.line, sentences.fault(fault, names_known()))


def _same_id(service: Service, path: Path, found: Container[str]) -> Iterator[Problem]:
    if service.id != path.stem:
        yield places.problem(service.id, ("id",), f"id가 파일 이름({path.stem})과 다릅니다: {service.id}")
    if service.sector != path.parent.name:
        yield places.problem(service.id, ("sector",), f"sector가 폴더({path.parent.name})와 다릅니다")
    if service.id in found:
        yield places.problem(service.id, ("id",), f"같은 id가 다른 분야에도 있습니다: {service.id}")

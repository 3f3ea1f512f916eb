"""Loads every service: the law's file, overlaid by the district's, validated; all faults at once.

`data/services/<sector>/<id>.yaml` says what the law says; `<district>/services/<sector>/<id>.yaml`
changes single facts of it; the district's fee and licence-tax tables fill theirs in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from eok.catalogue import places, sentences
from eok.catalogue.problems import Problem
from eok.catalogue.schema import Service
from eok.core.errors import EokError
from eok.offices import data_file, facts
from eok.offices.data_file import DataFile, DataFileError


@dataclass(frozen=True)
class Loaded:
    """What the folders hold: the services that are right, and what is wrong with the others."""

    services: Mapping[str, Service]
    problems: tuple[Problem, ...]


def load(data_dir: Path, district_dir: Path) -> Loaded:
    """Read all services. Never raises for a fault in a file: it becomes a Problem with its line."""
    services: dict[str, Service] = {}
    problems: list[Problem] = []
    overlays = facts.overlays(district_dir)
    for path in sorted((data_dir / "services").glob("*/*.yaml")):
        try:
            service = _service(path, district_dir, overlays)
        except DataFileError as error:
            problems.append(Problem(str(error.place.file), error.place.line, error.text))
        except FaultyServiceError as faulty:
            problems.extend(faulty.problems)
        else:
            problems.extend(_same_id(service, path, services))
            services.setdefault(service.id, service)
    return Loaded(MappingProxyType(services), tuple(problems))


class FaultyServiceError(EokError):
    """A file that is no service; carries every fault found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def _service(path: Path, district_dir: Path, overlays: Mapping[str, DataFile]) -> Service:
    file = data_file.read(path)
    if not isinstance(file.value, dict):
        raise FaultyServiceError((Problem(str(path), 1, "민원사무 하나를 이름: 값 꼴로 적어야 합니다"),))
    sector = path.parent.name
    own = district_dir / "services" / sector / path.name
    for overlay in (overlays.get(path.stem), data_file.read(own) if own.exists() else None):
        file = file.overlaid_by(overlay) if overlay else file
    file.value.setdefault("sector", sector)
    try:
        service = Service.model_validate(file.value)
    except ValidationError as error:
        raise FaultyServiceError(tuple(_faults(error, file))) from error
    places.remember(service.id, file)
    return service


def _faults(error: ValidationError, file: DataFile) -> Iterator[Problem]:
    for fault in error.errors():
        place = file.place(tuple(fault["loc"]))
        yield Problem(str(place.file), place.line, sentences.fault(fault))


def _same_id(service: Service, path: Path, services: Mapping[str, Service]) -> Iterator[Problem]:
    if service.id != path.stem:
        yield places.problem(service.id, ("id",), f"id가 파일 이름({path.stem})과 다릅니다: {service.id}")
    if service.sector != path.parent.name:
        yield places.problem(service.id, ("sector",), f"sector가 폴더({path.parent.name})와 다릅니다")
    if service.id in services:
        yield places.problem(service.id, ("id",), f"같은 id가 다른 분야에도 있습니다: {service.id}")

"""Where in which file each fact of a service stands, so that any check can point at its line."""

from eok.catalogue.problems import Problem
from eok.offices.data_file import DataFile, Loc

_files: dict[str, DataFile] = {}


def remember(service_id: str, file: DataFile) -> None:
    """Called by the loader; the newest reading wins."""
    _files[service_id] = file


def problem(service_id: str, loc: Loc, text: str) -> Problem:
    """A fault of a service at `("papers", 0, "when")`; made services (tests) are named by their id."""
    file = _files.get(service_id)
    if file is None:
        return Problem(service_id, 0, text)
    place = file.place(loc)
    return Problem(str(place.file), place.line, text)

"""Readers of every format a version was ever stored in; none is ever removed (행정기본법 §14②)."""

from collections.abc import Callable, Mapping

from eok.catalogue.errors import UnreadableVersionError
from eok.catalogue.schema import Service


def _read_1(text: str) -> Service:
    return Service.model_validate_json(text)


READERS: Mapping[int, Callable[[str], Service]] = {1: _read_1}


def read(number: int, text: str) -> Service:
    """The service as it was pinned. Raises UnreadableVersionError."""
    if number not in READERS:
        raise UnreadableVersionError(number)
    return READERS[number](text)

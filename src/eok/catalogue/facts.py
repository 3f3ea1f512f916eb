"""The facts of a service and their grades: what is sure, what is open, whether it may be opened.

Production opens an affair only on facts read in the law or set by the district (법령, 우리 구).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from eok.catalogue.schema import Grade, Service, Source
from eok.offices.data_file import Loc

SURE = frozenset({Grade.LAW, Grade.DISTRICT})

REVIEWS = {Grade.OPEN: "open", Grade.REFERENCE: "reference"}
"""Worst grade of a service → its review; without these it is `checked`."""


@dataclass(frozen=True)
class Fact:
    """One statement with a source."""

    loc: Loc
    source: Source


def facts(service: Service) -> tuple[Fact, ...]:
    """Every sourced statement of a service, in the order of its file."""
    return tuple(_walk(service, ()))


def unsure(service: Service) -> tuple[Fact, ...]:
    """Facts production does not accept. `checked` tells of the whole reading and is none of them."""
    return tuple(f for f in facts(service) if f.source.grade not in SURE and f.loc[0] != "checked")


def review(service: Service) -> str:
    """`checked`, `reference` (another office's page) or `open` (미확인), by its worst fact."""
    grades = {fact.source.grade for fact in unsure(service)}
    return next((name for grade, name in REVIEWS.items() if grade in grades), "checked")


def _walk(part: object, loc: Loc) -> Iterator[Fact]:
    if isinstance(part, Source):
        yield Fact(loc, part)
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from _walk(getattr(part, name), (*loc, field.alias or name))
    elif isinstance(part, tuple):
        for index, child in enumerate(part):
            yield from _walk(child, (*loc, index))

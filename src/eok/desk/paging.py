"""One page of a long list, with how many there are."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    rows: list[Row]
    number: int
    pages: int
    total: int


def page_of(found: "QuerySet[Row, Any]", asked: str, size: int) -> Page[Row]:
    """asked: as typed in the address; what is no page becomes the nearest one."""
    total = found.count()
    pages = max(1, -(-total // size))
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 8 else 1
    number = min(max(wanted, 1), pages)
    return Page(list(found[(number - 1) * size : number * size]), number, pages, total)

"""주소 찾기: road-name addresses as the public address system spells them (도로명주소법)."""

from dataclasses import dataclass
from typing import Protocol

from eok.linkage.ports.base import Adapter

A_PAGE = 10
"""Addresses a search gives at once."""


@dataclass(frozen=True)
class Address:
    road: str
    """도로명주소, whole."""
    jibun: str
    """지번주소."""
    postcode: str
    """5 digits."""
    admin_code: str
    """행정구역코드, 10 digits; the first five name the 시군구."""
    building: str
    """Name of the building, or empty."""
    trial: bool = False
    """A simulator answered: the address is made up."""


class AddressSearch(Adapter, Protocol):
    """도로명주소 검색."""

    hint: str
    """What the page says beside the field, in Korean."""
    connected: bool
    """Whether there is anything to ask; without it the page has no search."""

    def search(self, words: str, page: int = 1) -> list[Address]:
        """Up to A_PAGE addresses of that page; empty when none fits. Raises LinkageError, InvalidError (words)."""
        ...

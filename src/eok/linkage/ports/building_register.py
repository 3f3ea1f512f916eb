"""건축물대장: what a building may be used for, floor by floor (건축법 §38①).

The register is public: nobody's consent is needed to look at it, and no person is named in what we read.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from eok.linkage.ports.addresses import Address
from eok.linkage.ports.base import Adapter


@dataclass(frozen=True)
class Lot:
    """대지: how the register finds a building."""

    district_code: str
    """시군구코드, 5 digits."""
    dong_code: str
    """법정동코드, the 5 digits after it."""
    mountain: bool
    main_no: int
    """번."""
    sub_no: int = 0
    """지."""


@dataclass(frozen=True)
class BuildingFloor:
    """One line of 층별개요."""

    floor: int
    """1, 2 … above the ground; -1, -2 … below."""
    use: str
    """주용도 and, where it says more, 기타용도."""
    area: str
    """㎡, as the register has it."""


@dataclass(frozen=True)
class BuildingFound:
    floors: tuple[BuildingFloor, ...]
    trial: bool = False
    """A simulator answered: the building is made up."""


class BuildingRegister(Adapter, Protocol):
    """건축물대장정보 서비스."""

    connected: bool
    """Whether there is anything to ask."""

    def floors(self, lot: Lot) -> BuildingFound | None:
        """The floors of the buildings on a lot; None when the register has none, or nobody can be asked.

        Raises LinkageError.
        """
        ...


_LOT = re.compile(r"(?:^|\s)(산\s?)?(\d{1,4})(?:-(\d{1,4}))?(?:\s|$)")


def lot_of(address: Address) -> Lot | None:
    """The lot of a found address; None where its 지번 can't be read."""
    found = _LOT.search(address.jibun)
    if found is None or len(address.admin_code) != 10:
        return None
    mountain, main_no, sub_no = found.groups()
    return Lot(address.admin_code[:5], address.admin_code[5:], bool(mountain), int(main_no), int(sub_no or 0))

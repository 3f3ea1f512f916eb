"""등록면허세(면허분): the amount of a licence, by class and place.

Law: 지방세법 §34① (table), §34③ (autonomous districts of a special or metropolitan city take the first
column), §35 (reported and paid before the certificate), §38 (no certificate before). The class of an
affair (지방세법 시행령 별표 1) is a district's fact, not a rule of this module. No local education tax is
added: 지방세법 §150 names the registration part only.
"""

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Column of the table in 지방세법 §34①."""

    LARGE_CITY = "인구 50만 이상 시"
    """Also 특별시·광역시 and their autonomous districts (지방세법 §34③)."""
    CITY = "그 밖의 시"
    COUNTY = "군"


WON = {  # 지방세법 §34①
    1: {Place.LARGE_CITY: 67_500, Place.CITY: 45_000, Place.COUNTY: 27_000},
    2: {Place.LARGE_CITY: 54_000, Place.CITY: 34_000, Place.COUNTY: 18_000},
    3: {Place.LARGE_CITY: 40_500, Place.CITY: 22_500, Place.COUNTY: 12_000},
    4: {Place.LARGE_CITY: 27_000, Place.CITY: 15_000, Place.COUNTY: 9_000},
    5: {Place.LARGE_CITY: 18_000, Place.CITY: 7_500, Place.COUNTY: 4_500},
}


@dataclass(frozen=True)
class LicenceTax:
    """What one licence owes."""

    class_no: int
    place: Place
    won: int
    law: str = "지방세법 §34①"

    @property
    def explanation(self) -> str:
        return f"제{self.class_no}종, {self.place.value}: {self.won:,}원"


def licence_tax(class_no: int, place: Place) -> LicenceTax:
    """class_no: 1 to 5 (지방세법 §23 2호). Raises ValueError for another one."""
    if class_no not in WON:
        raise ValueError(f"등록면허세의 종은 1부터 5까지입니다: {class_no}")
    return LicenceTax(class_no, place, WON[class_no][place])


def taxes_change(*, licensee_changed: bool, class_raised: bool) -> bool:
    """Does a changed licence owe the tax again (지방세법 §26②4, 시행령 §40②)?

    A mere change of the representative is no change of the licensee.
    """
    return licensee_changed or class_raised

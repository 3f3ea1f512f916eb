"""등록면허세(면허분): the amount of a licence, by class and place, and whether a change owes it.

Law: 지방세법 §34① (table), §34③ (autonomous districts of a special or metropolitan city take the first
column), §35 (reported and paid before the certificate), §38 (no certificate before). The class of an
affair (지방세법 시행령 별표 1) is a district's fact, not a rule of this module. No local education tax is
added: 지방세법 §150 names the registration part only.
"""

from dataclasses import dataclass
from enum import Enum

from eok.core.errors import InvalidError


class LicenceTaxError(InvalidError):
    """There is no such class."""


class Place(Enum):
    """Column of the table in 지방세법 §34①; population: residents on 1 January (§34④)."""

    LARGE_CITY = "인구 50만 이상 시"
    """Also 특별시·광역시 and their autonomous districts (지방세법 §34③)."""
    CITY = "그 밖의 시"
    """Of a 도농복합 city only the 동 (지방세법 §34②)."""
    COUNTY = "군"
    """Also a 군 of a 광역시 (지방세법 §34③) and the 읍·면 of a 도농복합 city (§34②)."""


WON = {  # 지방세법 §34①
    1: {Place.LARGE_CITY: 67_500, Place.CITY: 45_000, Place.COUNTY: 27_000},
    2: {Place.LARGE_CITY: 54_000, Place.CITY: 34_000, Place.COUNTY: 18_000},
    3: {Place.LARGE_CITY: 40_500, Place.CITY: 22_500, Place.COUNTY: 12_000},
    4: {Place.LARGE_CITY: 27_000, Place.CITY: 15_000, Place.COUNTY: 9_000},
    5: {Place.LARGE_CITY: 18_000, Place.CITY: 7_500, Place.COUNTY: 4_500},
}


@dataclass(frozen=True)
class TaxLine:
    """One line of the sum."""

    text: str
    law: str
    won: int


@dataclass(frozen=True)
class LicenceTax:
    """What one licence owes."""

    class_no: int
    place: Place
    lines: tuple[TaxLine, ...]

    @property
    def won(self) -> int:
        return sum(line.won for line in self.lines)

    @property
    def law(self) -> str:
        return "; ".join(line.law for line in self.lines)


def licence_tax(class_no: int, place: Place, *, next_year: bool = False) -> LicenceTax:
    """class_no: 1 to 5 (지방세법 §23 2호). Raises LicenceTaxError for another one.

    next_year: the applicant chooses to pay next year's together, for a licence without a term or of more
    than a year (지방세법 §35① 단서).
    """
    if class_no not in WON:
        raise LicenceTaxError(
            f"등록면허세의 종별이 {class_no}입니다. 종별은 제1종부터 제5종까지입니다. 구의 자료를 고쳐 주세요."
        )
    won = WON[class_no][place]
    lines = [TaxLine(f"제{class_no}종, {place.value}", "지방세법 §34①", won)]
    if next_year:
        lines.append(TaxLine("다음 연도분", "지방세법 §35①", won))
    return LicenceTax(class_no, place, tuple(lines))


def taxes_change(*, licensee_changed: bool, class_raised: bool) -> bool:
    """Does a changed licence owe the tax again (지방세법 §26② 4호, 시행령 §40② 1호)?

    A mere change of the representative is no change of the licensee.
    """
    return licensee_changed or class_raised

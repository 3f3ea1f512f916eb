"""What the file of an affair, the national table (`data/fees.yaml`) or the district's says of its 수수료.

Fees of a local government are set by ordinance; where a decree sets a standard amount the ordinance may move it by
half (지방자치법 §156①). A table is dated: rows that come later stand beside today's, each with its source.
"""

from collections.abc import Sequence
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from eok.catalogue.sources import Cel, Id, Part, Source, Words
from eok.rules.fees import within_half


class FeeRow(Part):
    """One row of a table: what it costs where the answers say so (kind, outcome)."""

    id: Id
    name: Words
    when: Cel
    won: int = Field(ge=0)
    source: Source


class FeeReduction(Part):
    """감면: who pays less, and by which ground (민원처리법 §11②, §12의2⑤)."""

    id: Id
    name: Words
    when: Cel
    """The ground, as the form asks it; its paper is one of the affair's papers."""
    percent: int | None = Field(default=None, ge=1, le=100)
    """Part of the fee that is not paid."""
    won: int | None = Field(default=None, ge=1)
    source: Source

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.percent is None) == (self.won is None):
            raise ValueError("감면은 percent(몇 퍼센트)와 won(얼마) 가운데 하나로 적습니다")
        return self


class FeeTable(Part):
    """What holds from a day on."""

    won: int = Field(ge=0)
    """Where no row of `by` holds."""
    source: Source
    by: tuple[FeeRow, ...] = ()
    """The first that holds counts."""
    reductions: tuple[FeeReduction, ...] = ()
    standard_won: int | None = Field(default=None, ge=0)
    """표준금액 of the decree, where there is one: ours lies within half of it (지방자치법 §156①)."""

    @model_validator(mode="after")
    def _near_the_standard(self) -> Self:
        if self.standard_won is not None and not within_half(self.standard_won, self.won):
            raise ValueError("수수료가 표준금액의 50퍼센트를 넘게 다릅니다(지방자치법 제156조제1항)")
        return self


class LaterFee(FeeTable):
    """A table that takes effect on a day."""

    from_: date = Field(alias="from")


class FeeFact(FeeTable):
    """수수료 in won (민원처리법 §29): today's table and those that come."""

    later: tuple[LaterFee, ...] = ()
    before_certificate: bool = True
    """Whether the certificate waits for the fee."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [table.from_ for table in self.later]
        if days != sorted(set(days)):
            raise ValueError("later는 앞의 것보다 뒤의 날이어야 합니다")
        return self

    def on(self, day: date) -> FeeTable:
        """The table in force on a day (Seoul)."""
        begun: Sequence[FeeTable] = [table for table in self.later if table.from_ <= day]
        return begun[-1] if begun else self

    @property
    def may_cost(self) -> bool:
        """Whether anybody ever pays anything."""
        tables: tuple[FeeTable, ...] = (self, *self.later)
        return any(table.won or any(row.won for row in table.by) for table in tables)

"""What a filing costs by its answers: the row of the table, the reduction and its ground, each with its source.

Worked out once, at filing, and kept in the first event of the case: a later table never changes it (행정기본법 §14②).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from eok.catalogue.fee_schema import FeeReduction, FeeTable
from eok.catalogue.schema import Service, Source
from eok.forms import conditions
from eok.rules.fees import Ground, reduced


@dataclass(frozen=True)
class Said:
    """Where an amount comes from, in plain values that are kept with a case."""

    grade: str
    cite: str = ""
    where: str = ""
    on: str = ""
    by: str = ""


@dataclass(frozen=True)
class Fee:
    """수수료 of one filing."""

    full_won: int
    won: int
    """What is owed."""
    name: str = ""
    """Of the row, where the table has several."""
    source: Said | None = None
    reduction: str = ""
    """Name of the reduction that counted; empty: none."""
    reduction_source: Said | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Fee":
        sources = {name: Said(**kept[name]) for name in ("source", "reduction_source") if kept.get(name)}
        return cls(**{**kept, **sources})


FREE = Fee(0, 0)


def fee_of(service: Service, answers: Mapping[str, Any], day: date) -> Fee:
    """The fee of these answers, filed on this day (Seoul)."""
    if not service.fee.may_cost:
        return FREE
    table = service.fee.on(day)
    full_won, name, source = _row(service, table, answers)
    grounds = {one.id: one for one in table.reductions if conditions.holds(service, one.when, answers)}
    found = reduced(full_won, [Ground(one.id, one.percent or 0, one.won or 0) for one in grounds.values()])
    counted: FeeReduction | None = grounds[found.ground.id] if found.ground else None
    return Fee(
        full_won=full_won,
        won=found.won,
        name=name,
        source=said(source),
        reduction=counted.name.ko if counted else "",
        reduction_source=said(counted.source) if counted else None,
    )


def _row(service: Service, table: FeeTable, answers: Mapping[str, Any]) -> tuple[int, str, Source]:
    for row in table.by:
        if conditions.holds(service, row.when, answers):
            return row.won, row.name.ko, row.source
    return table.won, "", table.source


def said(source: Source) -> Said:
    """In plain values."""
    on = source.on.isoformat() if source.on else ""
    return Said(source.grade.value, source.cite or "", source.where or "", on, source.by or "")

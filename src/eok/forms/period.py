"""Which length of a statutory period holds for these answers: one affair may be a permit for one and a report for another."""

from collections.abc import Mapping
from typing import Any

from eok.catalogue.schema import PeriodFact, PeriodRow, Service
from eok.forms import conditions


def period_for(service: Service, fact: PeriodFact, answers: Mapping[str, Any]) -> PeriodFact | PeriodRow:
    """answers: as filed."""
    return next((row for row in fact.by if conditions.holds(service, row.when, answers)), fact)

"""What a demand says and what happened to it, sealed under the demand's own key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from eok.accounts.models import Officer
from eok.core import clock, sealed
from eok.privacy.models import DisclosureEvent, DisclosureRequest

VERBS = {
    "received": "요구를 받음",
    "postponed": "알림을 연기함",
    "answered": "알림(문서)",
    "partly": "일부를 알림(문서)",
    "refused": "거절을 알림(문서)",
    "fetched": "문서를 내려받음",
}


@dataclass(frozen=True)
class Demand:
    """What was asked."""

    scope: tuple[str, ...]
    words: str
    receive: str


@dataclass(frozen=True)
class Step:
    """One thing that happened, as people read it."""

    at: datetime
    told: str
    by: str
    said: str
    law: str


def seal_demand(row: DisclosureRequest, demand: Demand) -> None:
    value = {"scope": list(demand.scope), "words": demand.words, "receive": demand.receive}
    row.content = sealed.seal(row.wrapped_key, value, context=f"disclosure:{row.pk}")


def demand_of(row: DisclosureRequest) -> Demand:
    value = sealed.unseal(row.wrapped_key, row.content, context=f"disclosure:{row.pk}")
    return Demand(tuple(value["scope"]), value["words"], value["receive"])


def write(
    row: DisclosureRequest, verb: str, *, by: Officer | None, law: str, details: Mapping[str, Any]
) -> None:
    """Append one event; nothing here is ever changed."""
    event = DisclosureEvent(request=row, verb=verb, at=clock.now(), officer=by, law=law)
    event.details = sealed.seal(row.wrapped_key, dict(details), context=_context(row, verb))
    event.save(force_insert=True)


def steps(row: DisclosureRequest) -> list[Step]:
    """Oldest first."""
    events = DisclosureEvent.objects.filter(request=row).select_related("officer").order_by("pk")
    return [_step(row, event) for event in events]


def _step(row: DisclosureRequest, event: DisclosureEvent) -> Step:
    details = sealed.unseal(row.wrapped_key, event.details, context=_context(row, event.verb))
    by = str(event.officer) if event.officer else "요구한 사람"
    return Step(event.at, VERBS[event.verb], by, str(details.get("reason", "")), event.law)


def _context(row: DisclosureRequest, verb: str) -> str:
    return f"disclosure:{row.pk}:{verb}"

"""The review list of a case: what has to be checked, what was found, by whom.

Automatic checks run by themselves and name their source; the officer decides (행정절차법 §19 leaves the
judgment with the office). The latest row of an item counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from eok.casework import grants
from eok.casework.models import Case, Review, Supplement
from eok.catalogue.schema import ReviewItem, Service
from eok.core import clock, sealed
from eok.forms import conditions

RESULTS = {"ok": "맞음", "not_ok": "다름", "look": "볼 것", "not_applicable": "해당 없음"}
SETTLED = ("ok", "not_ok", "not_applicable")


@dataclass(frozen=True)
class Checked:
    """One item of the list as the desk shows it."""

    item: ReviewItem
    result: str
    """Key of RESULTS; `look` when nobody has looked."""
    by: str
    at: datetime | None
    note: str

    @property
    def settled(self) -> bool:
        return self.result in SETTLED


def review_list(case: Case) -> list[Checked]:
    """Every item that applies to this filing; what was wrong before a supplement is open again."""
    found = {row.item: row for row in Review.objects.filter(case=case).order_by("pk")}
    supplied_at = Supplement.objects.filter(case=case).aggregate(at=Max("answered_at"))["at"]
    return [_checked(case, item, found.get(item.id), supplied_at) for item in applying(case)]


def unanswered(case: Case) -> list[ReviewItem]:
    return [row.item for row in review_list(case) if not row.settled]


def applying(case: Case) -> list[ReviewItem]:
    """Items whose condition holds for the answers."""
    service = grants.service_of(case)
    answers = grants.answers_of(case)
    return [item for item in service.review if _applies(service, item, answers)]


def write(case: Case, item_id: str, result: str, *, by: str, note: str) -> Review:
    """Append a result; earlier ones stay readable."""
    review = Review(case=case, item=item_id, result=result, by=by, at=clock.now())
    review.note = sealed.seal(bytes(case.wrapped_key), note, context=f"case:{case.pk}:review:{item_id}")
    review.save(force_insert=True)
    return review


def _applies(service: Service, item: ReviewItem, answers: Mapping[str, Any]) -> bool:
    return item.when is None or conditions.holds(service, item.when, answers)


def _checked(case: Case, item: ReviewItem, row: Review | None, supplied_at: datetime | None) -> Checked:
    if row is None:
        return Checked(item, "look", "", None, "")
    note = sealed.unseal(case.wrapped_key, row.note, context=f"case:{case.pk}:review:{item.id}")
    mended = row.result == "not_ok" and supplied_at is not None and row.at < supplied_at
    return Checked(item, "look" if mended else row.result, row.by, row.at, str(note))

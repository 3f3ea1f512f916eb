"""Cases as the room of retention counts and ends them (`core/retention.py`)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from eok.casework import lifecycle
from eok.casework.actions import end as ending
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.core.retention import Gone, Record

KIND = "case"


class CaseKeeper:
    """See `eok.core.retention.Keeper`."""

    def finished(self, before: date) -> Iterator[Record]:
        moment = datetime.combine(before, time(), clock.SEOUL).astimezone(UTC)
        rows = _closed().filter(filed_at__lt=moment, finished_at__lt=moment)
        for case in rows.order_by("finished_at", "pk").iterator(chunk_size=500):
            yield _record(case)

    def get(self, record_id: str) -> Record | None:
        case = _closed().filter(pk=record_id).first()
        return _record(case) if case else None

    def end(self, record_id: str, law: str) -> Gone:
        return ending.end(record_id, law)


def _closed() -> QuerySet[Any]:
    """Nothing more comes, and the key is still there; `finished_at`: of the last event."""
    last = CaseEvent.objects.filter(case=OuterRef("pk"), sequence=OuterRef("sequence")).values("at")
    rows = Case.objects.filter(state__in=lifecycle.sources_of("end")).select_related("application")
    shown = rows.only("case_no", "application__application_no", "service_id", "department")
    return shown.annotate(finished_at=Subquery(last))


def _record(case: Case) -> Record:
    at: datetime = case.finished_at  # type: ignore[attr-defined]  # annotated
    return Record(
        kind=KIND,
        id=str(case.pk),
        label=f"접수번호 {case.case_no}" if case.case_no else f"신청번호 {case.application.application_no}",
        service_id=case.service_id,
        department=case.department,
        finished_on=at.astimezone(clock.SEOUL).date(),
    )

"""Which records are worth a look: found by what was noted of them, so that ten million kept cases cost nothing."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from django.db.models import Exists, OuterRef, QuerySet

from eok.core import clock, retention
from eok.core.retention import Record
from eok.retention import standing
from eok.retention.models import Appraised, Ending, HandedOver
from eok.retention.standing import CLASS_OF, Standing
from eok.retention.table import table

SOON_DAYS = 90
TOGETHER = 200


def that_may_end() -> Iterator[Record]:
    """Deliberated on, taken over, or out of their days. Holds and dates are asked later."""
    for kind, keeper in retention.keepers().items():
        kept = table().classes[CLASS_OF[kind]]
        if kept.appraisal:
            found = (keeper.get(record) for record in _noted(kind))
            yield from (record for record in found if record is not None)
        elif kept.is_sure and kept.days is not None:
            yield from list(keeper.finished(clock.seoul_now().date() - timedelta(days=kept.days)))


def ending_soon(kind: str, *, limit: int, days: int = SOON_DAYS) -> list[Standing]:
    """Whose period is over or ends within so many days, the longest over first."""
    until = clock.seoul_now().date() + timedelta(days=days)
    return _chosen(kind, limit, lambda one: one.last_day is not None and one.last_day <= until)


def to_hand_over(*, limit: int) -> list[Standing]:
    """Cases due for the records centre which it has not taken over (공공기록물법 시행령 §32①)."""
    today = clock.seoul_now().date()
    packed = set(HandedOver.objects.values_list("record", flat=True))
    return _chosen(
        "case",
        limit,
        lambda one: (
            one.hand_over_from is not None and one.hand_over_from <= today and one.record.id not in packed
        ),
    )


def _chosen(kind: str, limit: int, wanted: Callable[[Standing], bool]) -> list[Standing]:
    """Of records finished before this year: no period of a case begins earlier (공공기록물법 시행령 §26③)."""
    records = retention.keepers()[kind].finished(_this_year())
    return list(islice((one for one in standings(records) if wanted(one)), limit))


def standings(records: Iterator[Record]) -> Iterator[Standing]:
    """Looked at together, so many at a time."""
    while stretch := list(islice(records, TOGETHER)):
        known = standing.gather(stretch)
        yield from (standing.of(record, known) for record in stretch)


def _this_year() -> date:
    return date(clock.seoul_now().year, 1, 1)


def _noted(kind: str) -> list[str]:
    """Records a deliberation or the records centre released, and that were not ended."""
    taken = HandedOver.objects.filter(kind=kind).exclude(hand_over__received_no="")
    decided = Appraised.objects.filter(kind=kind, result="destroy")
    return sorted({*_open(taken, kind), *_open(decided, kind)})


def _open(rows: QuerySet[HandedOver] | QuerySet[Appraised], kind: str) -> Iterator[str]:
    ended = Ending.objects.filter(kind=kind, record=OuterRef("record"))
    return iter(rows.exclude(Exists(ended)).values_list("record", flat=True))

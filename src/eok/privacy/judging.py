"""What reviewers said of the looks that stood out; the latest of each counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from eok.core import sealed
from eok.privacy.models import ReadingJudgement

JUDGEMENTS = {
    "fine": "정상",
    "explain": "소명 요구",
    "explained": "소명 받음",
    "wrong": "오남용 의심(감사에 알림)",
}
OPEN = frozenset({"explain"})
"""Not settled: the month can't be signed with one."""


@dataclass(frozen=True)
class Judged:
    judgement: str
    label: str
    note: str
    by: str
    at: datetime

    @property
    def settled(self) -> bool:
        return self.judgement not in OPEN


def judged(month: str) -> Mapping[tuple[int, str], list[Judged]]:
    """By look and rule, oldest first."""
    found: dict[tuple[int, str], list[Judged]] = {}
    for row in _rows(month):
        said = sealed.unseal(row.wrapped_key, row.note, context=note_context(row))
        one = Judged(row.judgement, JUDGEMENTS[row.judgement], said, str(row.by), row.at)
        found.setdefault((row.reading_id, row.rule), []).append(one)
    return found


def note_context(row: ReadingJudgement) -> str:
    """Binds the ciphertext to what it is about."""
    return f"judgement:{row.reading_id}:{row.rule}"


def _rows(month: str) -> Iterable[ReadingJudgement]:
    return ReadingJudgement.objects.filter(month=month).select_related("by").order_by("pk")

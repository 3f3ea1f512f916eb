"""The applicant answers a demand: the clock runs on from the day after (행정절차법 시행령 §11 1호)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from eok.accounts.models import Person
from eok.casework import actors, clockwork, found_by, listed, record, supplements
from eok.casework.access import owned
from eok.casework.events import SupplementProlonged, SupplementReceived
from eok.casework.models import Case, Supplement, SupplementPaper
from eok.core import clock, events
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.papers.models import Upload


@transaction.atomic
def supply(
    *,
    case_id: Key,
    answers: Mapping[str, Any],
    papers: Mapping[str, Sequence[Upload]],
    note: str,
    by: Person,
) -> Case:
    """Everything that was asked for, at once (a part alone keeps the pause, reading R28).

    answers: by question id, already validated.  papers: files by paper id.
    """
    case = owned(record.locked(case_id), by)
    supplement = _open(case)
    missing = _missing(case, supplement, answers, papers)
    if missing:
        raise InvalidError(
            f"아직 채우지 않은 것이 있습니다: {', '.join(missing)}. 모두 채우고 다시 내 주세요.", "supply"
        )
    supplement.answered_at = clock.now()
    supplement.save(update_fields=["answered_at"])
    SupplementPaper.objects.bulk_create(
        SupplementPaper(supplement=supplement, paper_id=paper_id, upload=upload)
        for paper_id, uploads in papers.items()
        for upload in uploads
    )
    details = {"number": supplement.number, "answers": dict(answers), "note": note}
    event = record.append(case, "supply", by=actors.resident(by), details=details)
    _list_anew(case)
    events.publish(SupplementReceived(str(case.pk), event.sequence, event.at))
    return case


@transaction.atomic
def ask_more_time(*, case_id: Key, days: int, by: Person) -> Supplement:
    """A new last day, at most twice (민원처리법 시행령 §24②)."""
    case = owned(record.locked(case_id), by)
    supplement = _open(case)
    if supplement.prolonged >= 2:
        raise InvalidError(
            "보완 기간은 두 번까지만 늘릴 수 있습니다. 더 필요하면 담당자에게 전화해 주세요.", "days"
        )
    if not 1 <= days <= 60:
        raise InvalidError("늘릴 날수는 1일부터 60일까지 적을 수 있습니다. 날수를 고쳐 주세요.", "days")
    supplement.due_on = clockwork.reply_due(supplement.due_on, days)
    supplement.prolonged += 1
    supplement.save(update_fields=["due_on", "prolonged"])
    details = {"number": supplement.number, "due_on": supplement.due_on.isoformat()}
    event = record.append(case, "ask_more_time", by=actors.resident(by), details=details)
    events.publish(SupplementProlonged(str(case.pk), event.sequence, event.at))
    return supplement


def _list_anew(case: Case) -> None:
    """A corrected name or number is what officers see and search."""
    found_by.describe_anew(case)
    case.save(update_fields=listed.FIELDS)


def _open(case: Case) -> Supplement:
    supplement = supplements.waiting(case.pk)
    if supplement is None:
        raise InvalidError(
            "지금은 기다리는 보완이 없습니다. 이미 냈거나 처리가 끝났습니다. 진행을 확인해 주세요."
        )
    return supplement


def _missing(
    case: Case, supplement: Supplement, answers: Mapping[str, Any], papers: Mapping[str, Sequence[Upload]]
) -> list[str]:
    wanted = supplements.wanted(supplement, bytes(case.wrapped_key))
    given = {("question", key) for key in answers} | {
        ("paper", key) for key, files in papers.items() if files
    }
    return [w.label for w in wanted if (w.kind, w.id) not in given]

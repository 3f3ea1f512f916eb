"""Note what the board decided on records whose period is over (공공기록물법 §27①; 시행령 §43①; 시행규칙 §35).

The steps are those of the decree: the office that made the records is asked, the specialist reviews, the board
deliberates, and each record is destroyed, kept back, or given a new period. The worker ends nothing without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from eok.core import clock
from eok.core.errors import InvalidError
from eok.retention import finding, standing
from eok.retention.errors import AlreadyNotedError, HeldError, NotDueError
from eok.retention.models import RESULTS, Appraisal, Appraised
from eok.rules.retention import Period


@dataclass(frozen=True)
class Deliberation:
    """What stands in the 기록물평가심의서."""

    number: str
    asked_on: date
    reviewed_on: date
    reviewed_by: str
    decided_on: date
    result: str
    """destroy, keep or prolong, for all the records named."""
    records: Sequence[str]
    """접수번호."""
    period: str = ""
    """The new one, when prolonged."""


@transaction.atomic
def appraise(said: Deliberation, *, by: str) -> Appraisal:
    """by: `officer:<id>` or `operator`. Raises InvalidError, NotDueError, HeldError, AlreadyNotedError."""
    _require_whole(said)
    if Appraisal.objects.filter(number=said.number.strip()).exists():
        raise AlreadyNotedError(
            f"심의 {said.number}은(는) 이미 적었습니다. 아무것도 바꾸지 않았습니다. 번호를 확인해 주세요."
        )
    noted = Appraisal.objects.create(
        number=said.number.strip(),
        asked_on=said.asked_on,
        reviewed_on=said.reviewed_on,
        reviewed_by=said.reviewed_by.strip(),
        decided_on=said.decided_on,
        noted_by=by,
        noted_at=clock.now(),
    )
    for number in dict.fromkeys(said.records):
        _note(noted, said, number)
    return noted


def _note(noted: Appraisal, said: Deliberation, number: str) -> None:
    record = finding.finished(number)
    found = standing.of(record)
    if found.held:
        raise HeldError(
            f"{record.label}: 폐기가 금지되어 심의할 수 없습니다(공공기록물법 시행령 §54의4①). {found.held}. "
            "아무것도 적지 않았습니다. 보류를 푼 뒤에 다시 해 주세요."
        )
    if found.last_day is None or found.last_day >= said.decided_on:
        raise NotDueError(
            f"{record.label}: 심의한 날에 보존기간이 끝나지 않았습니다. {found.why_not} 아무것도 적지 않았습니다."
        )
    Appraised.objects.create(
        appraisal=noted, kind=record.kind, record=record.id, result=said.result, period=said.period
    )


def _require_whole(said: Deliberation) -> None:
    if not (said.number.strip() and said.reviewed_by.strip() and said.records):
        raise InvalidError(
            "심의 번호, 기록물관리 전문요원, 심의한 기록을 모두 적어야 합니다. 아무것도 적지 않았습니다. 빈 곳을 채워 주세요.",
            "number",
        )
    if said.result not in RESULTS:
        raise InvalidError(
            "결과는 폐기, 보류, 보존기간 재책정 가운데 하나입니다. 다시 골라 주세요.", "result"
        )
    if (said.result == "prolong") != (said.period in [one.value for one in Period]):
        raise InvalidError(
            "보존기간 재책정에만 새 보존기간을 적습니다. 아무것도 적지 않았습니다. 다시 골라 주세요.",
            "period",
        )
    if not said.asked_on <= said.reviewed_on <= said.decided_on <= clock.seoul_now().date():
        raise InvalidError(
            "의견조회, 심사, 심의의 차례가 맞지 않거나 오늘보다 뒤입니다(공공기록물법 시행령 §43①). "
            "아무것도 적지 않았습니다. 날을 확인해 주세요.",
            "decided_on",
        )

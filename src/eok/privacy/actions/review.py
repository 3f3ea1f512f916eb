"""Judge one look that stands out; sign a month as looked through (개인정보 보호법 시행령 §30① 5호). Rows are only added."""

from django.db import IntegrityError, transaction

from eok.accounts.models import Officer
from eok.core import clock, sealed
from eok.core.errors import ConflictError, InvalidError
from eok.core.keys import keyring
from eok.privacy import judging, months
from eok.privacy.judging import JUDGEMENTS
from eok.privacy.models import ReadingJudgement, ReadingReview
from eok.privacy.months import Month
from eok.privacy.unusual import Finding


@transaction.atomic
def judge(*, of: Month, finding: Finding, judgement: str, note: str, by: Officer) -> ReadingJudgement:
    """Raises InvalidError, ConflictError once the month is signed."""
    if judgement not in JUDGEMENTS:
        raise InvalidError("판단을 골라 주세요. 아직 저장하지 않았어요.", "judgement")
    if judgement != "fine" and not note:
        raise InvalidError("까닭을 적어 주세요. 아직 저장하지 않았어요.", "note")
    if finding.seen.officer == str(by.pk):
        raise InvalidError(
            "자기가 본 것은 스스로 판단할 수 없어요. 다른 담당자나 감사 담당이 해 주세요.", "judgement"
        )
    if ReadingReview.objects.filter(month=of.key).exists():
        raise _signed()
    row = ReadingJudgement(
        reading_id=finding.seen.id, month=of.key, rule=finding.rule.key, judgement=judgement,
        wrapped_key=keyring().new_data_key(), by=by, at=clock.now(),
    )  # fmt: skip
    row.note = sealed.seal(row.wrapped_key, note, context=judging.note_context(row))
    row.save(force_insert=True)
    return row


def sign(*, of: Month, by: Officer) -> ReadingReview:
    """Only when the month is over and everything that stands out is settled. Raises InvalidError, ConflictError."""
    if not of.is_over(clock.now()):
        raise InvalidError("아직 끝나지 않은 달이에요. 달이 끝난 뒤에 점검을 마쳐 주세요.", "month")
    seen = months.looks(of)
    found, known = months.findings(seen), judging.judged(of.key)
    left = [f for f in found if not _settled(known.get((f.seen.id, f.rule.key), []))]
    if left:
        raise InvalidError(
            f"아직 판단하지 않은 것이 {len(left)}건 있어요. 모두 판단한 뒤에 마쳐 주세요.", "month"
        )
    try:
        with transaction.atomic():
            return ReadingReview.objects.create(
                month=of.key, readings=len(seen), unusual=len(found),
                last_reading_id=max((one.id for one in seen), default=0), by=by, at=clock.now(),
            )  # fmt: skip
    except IntegrityError as error:
        raise _signed() from error


def _settled(said: list[judging.Judged]) -> bool:
    return bool(said) and said[-1].settled


def _signed() -> ConflictError:
    return ConflictError(
        "이 달의 점검은 이미 마쳤습니다. 방금 적은 것은 저장하지 않았습니다. 점검 목록을 확인해 주세요."
    )

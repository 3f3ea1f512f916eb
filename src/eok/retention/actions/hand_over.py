"""Hand records over to the records centre, by hand: pack, and later note that it took them (공공기록물법 시행령 §32, §35).

The electronic form of the transfer is set by the central archives (시행령 §32④); that standard was not at hand, so the
package is plain and the officer carries it over. Until the centre's word is noted everything stays (§35⑤); after it the
copy here is deleted (§35⑥), unless it is needed in the work (§35⑦).
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.db import transaction

from eok.core import clock
from eok.core.errors import ConflictError, InvalidError
from eok.retention import finding, package
from eok.retention.errors import AlreadyNotedError, NotDueError
from eok.retention.models import HandedOver, HandOver


def pack(*, number: str, cases: Sequence[str], target: Path, by: str) -> HandOver:
    """number: the office's own for this package. cases: 접수번호. Raises InvalidError, NotDueError, AlreadyNotedError."""
    records = [finding.finished(one) for one in dict.fromkeys(cases)]
    if not (number.strip() and records):
        raise InvalidError(
            "이관 번호와 기록이 있어야 합니다. 아무것도 만들지 않았습니다. 빈 곳을 채워 주세요.", "number"
        )
    _require_new(number, [record.id for record in records])
    digest = package.write(target, number=number, records=records, by=by)
    with transaction.atomic():
        made = HandOver.objects.create(number=number.strip(), made_at=clock.now(), made_by=by, digest=digest)
        HandedOver.objects.bulk_create(
            HandedOver(hand_over=made, kind=record.kind, record=record.id) for record in records
        )
    return made


@transaction.atomic
def note_received(
    *, number: str, received_no: str, received_on: date, by: str, keeps_copy: str = ""
) -> HandOver:
    """The centre's 인수완료 통보. keeps_copy: why copies stay here. Raises InvalidError, ConflictError."""
    if not received_no.strip() or received_on > clock.seoul_now().date():
        raise InvalidError(
            "인수완료 통보의 번호와 날(오늘까지)을 적어야 합니다. 아무것도 바꾸지 않았습니다. 다시 적어 주세요.",
            "received_no",
        )
    found = HandOver.objects.select_for_update().filter(number=number, received_no="").first()
    if found is None:
        raise ConflictError(
            f"이관 {number}은(는) 없거나 이미 인수를 적었습니다. 아무것도 바꾸지 않았습니다. 번호를 확인해 주세요."
        )
    found.received_no, found.received_on = received_no.strip(), received_on
    found.noted_by, found.keeps_copy = by, keeps_copy.strip()
    found.save(update_fields=["received_no", "received_on", "noted_by", "keeps_copy"])
    return found


def _require_new(number: str, records: list[str]) -> None:
    if HandOver.objects.filter(number=number.strip()).exists():
        raise AlreadyNotedError(
            f"이관 {number}은(는) 이미 있습니다. 아무것도 만들지 않았습니다. 다른 번호를 적어 주세요."
        )
    packed = HandedOver.objects.filter(record__in=records).exclude(hand_over__received_no="").first()
    if packed is not None:
        raise NotDueError(
            "이미 기록관이 인수한 기록이 들어 있습니다. 아무것도 만들지 않았습니다. 목록을 확인해 주세요."
        )

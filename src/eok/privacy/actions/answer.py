"""Answer a demand: let the person see all or a part, postpone, or refuse; each with a document but the postponement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from eok.accounts.models import Officer
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.offices.calendar import calendar
from eok.papers.actions.store import store_own
from eok.papers.models import Upload
from eok.privacy import document, record
from eok.privacy.errors import RequestEndedError, RequestNotFoundError
from eok.privacy.kinds import OPEN, Ground, ground
from eok.privacy.models import DisclosureRequest
from eok.rules.disclosure import may_postpone


@dataclass(frozen=True)
class Answer:
    """What the office tells."""

    scope: tuple[str, ...]
    """Parts shown; of a demand to mend or erase: empty."""
    ground: str = ""
    """Key of the ground for what is not shown or not done."""
    reason: str = ""


def answer(*, request_id: Key, given: Answer, by: Officer) -> DisclosureRequest:
    """All or some parts (개인정보 보호법 시행령 §41⑤, §42①); mended or erased (개인정보 보호법 시행령 §43③).

    Raises InvalidError, RequestEndedError. The paper is drawn before the transaction begins.
    """
    row = _open(request_id)
    left_out = tuple(s for s in record.demand_of(row).scope if s not in given.scope)
    why = _ground(row, given) if left_out else None
    if row.kind == "access" and not given.scope:
        raise InvalidError("알려 줄 것을 하나 이상 골라 주세요. 모두 거절하려면 ‘거절’을 쓰세요.", "scope")
    if row.kind != "access" and not given.reason:
        raise InvalidError("무엇을 어떻게 했는지 적어 주세요. 아직 알리지 않았어요.", "reason")
    law = "개인정보 보호법 시행령 §41⑤" if row.kind == "access" else "개인정보 보호법 시행령 §43③"
    return _tell(row, "partly" if left_out else "answered", given, why, by, law)


def refuse(*, request_id: Key, given: Answer, by: Officer) -> DisclosureRequest:
    """With its ground, told within the days (개인정보 보호법 §35④; 개인정보 보호법 시행령 §42②). Raises as `answer`."""
    row = _open(request_id)
    why = _ground(row, given)
    return _tell(row, "refused", given, why, by, why.law)


@transaction.atomic
def postpone(*, request_id: Key, until: date, reason: str, by: Officer) -> DisclosureRequest:
    """Told with the reason within the same days (개인정보 보호법 §35③; 개인정보 보호법 시행령 §42②).

    until: the day that is promised; the law names no longest, only `지체 없이` once the cause is gone.
    """
    row, today = _open(request_id, locked=True), clock.seoul_now().date()
    received_on = row.received_at.astimezone(clock.SEOUL).date()
    if row.kind != "access" or not may_postpone(received_on, today, calendar()):
        raise InvalidError(
            "연기는 요구를 받은 날부터 10일 안에만 알릴 수 있습니다. 지금 알리거나 거절해 주세요.", "until"
        )
    if not reason:
        raise InvalidError("연기하는 까닭을 적어 주세요. 민원인이 그대로 읽어요.", "reason")
    if until <= row.due_on:
        raise InvalidError("지금 기한보다 뒤의 날을 적어 주세요. 아직 연기하지 않았어요.", "until")
    row.state, row.due_on = "postponed", until
    row.save(update_fields=["state", "due_on"])
    details = {"reason": reason, "until": until.isoformat()}
    record.write(row, "postponed", by=by, law="개인정보 보호법 §35③", details=details)
    return row


def _tell(
    row: DisclosureRequest, state: str, given: Answer, why: Ground | None, by: Officer, law: str
) -> DisclosureRequest:
    told = document.Told(state, given.scope, given.reason, why)
    content = document.draw(row, told, by)
    return _keep(row, state, content, given, by, law)


def _keep(
    row: DisclosureRequest, state: str, content: bytes, given: Answer, by: Officer, law: str
) -> DisclosureRequest:
    paper = store_own(name=f"{row.request_no}.pdf", content=content, owner="system:privacy")
    with transaction.atomic():
        kept = _open(row.pk, locked=True)
        kept.state, kept.answered_at, kept.document = state, clock.now(), paper
        kept.save(update_fields=["state", "answered_at", "document"])
        record.write(kept, state, by=by, law=law, details=_details(given, paper))
    return kept


def _details(given: Answer, paper: Upload) -> dict[str, str | Sequence[str]]:
    return {
        "reason": given.reason, "scope": list(given.scope), "ground": given.ground, "digest": paper.digest,
    }  # fmt: skip


def _ground(row: DisclosureRequest, given: Answer) -> Ground:
    found = ground(given.ground, row.kind)
    if found is None:
        raise InvalidError("알리지 않는 것에는 법이 정한 까닭을 골라 주세요. 아직 알리지 않았어요.", "ground")
    if not given.reason:
        raise InvalidError("까닭을 민원인이 읽을 수 있게 적어 주세요. 아직 알리지 않았어요.", "reason")
    return found


def _open(request_id: Key, *, locked: bool = False) -> DisclosureRequest:
    rows = DisclosureRequest.objects.select_for_update() if locked else DisclosureRequest.objects
    row = rows.filter(pk=request_id).first()
    if row is None:
        raise RequestNotFoundError
    if row.state not in OPEN:
        raise RequestEndedError
    return row

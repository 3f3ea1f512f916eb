"""What a decision that takes something away must have gone through before it is written.

A reason (행정절차법 §23①), a document (§24①), a notice with ten days or more to answer (§21①③) or the ground
for leaving it out (§21④), a hearing where one is due (§22①), an announcement where the single law asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from eok.core import clock
from eok.core.errors import InvalidError
from eok.licences.details import Sanctioned
from eok.licences.registers import Ground, SanctionGround

TIME_TO_ANSWER_DAYS = 10  # 행정절차법 §21③
HEARD = {
    "opinion": "의견을 들었어요",
    "silent": "기한까지 의견이 없었어요",
    "hearing": "청문을 했어요",
    "waived": "의견진술을 포기했어요",
    "left_out": "사전 통지를 하지 않았어요",
}
"""행정절차법 §21, §22, §27④."""


@dataclass(frozen=True)
class Hearing:
    """사전통지 and what came of it."""

    heard: str = ""
    notified_on: date | None = None
    answer_by: date | None = None
    announced_on: date | None = None
    """Of a 직권말소 that must be announced first."""
    note: str = ""


@dataclass(frozen=True)
class Act:
    verb: str
    reason: str
    ground: int = 0
    """Which article of the register's file."""
    document_no: str = ""
    hearing: Hearing = Hearing()
    from_on: date | None = None
    to_on: date | None = None
    won: int | None = None
    lifts: int | None = None
    content: Mapping[str, str] = field(default_factory=dict)
    """Columns as they should read (정정)."""


def check(act: Act, ground: Ground | None) -> None:
    if not act.document_no:
        raise InvalidError(
            "문서번호가 비어 있습니다. 처분은 문서로 해야 합니다. 시행 문서의 번호를 적어 주세요.",
            "document_no",
        )
    hearing = act.hearing
    if hearing.heard not in HEARD:
        raise InvalidError("당사자의 의견을 어떻게 들었는지 고르지 않았습니다. 하나를 골라 주세요.", "heard")
    if hearing.heard == "left_out" and not hearing.note:
        raise InvalidError(
            "사전 통지를 하지 않은 까닭이 비어 있습니다. 행정절차법 제21조제4항의 사유를 적어 주세요.",
            "heard_note",
        )
    needs_hearing = act.verb == "revoked" or bool(ground and ground.hearing)
    if needs_hearing and hearing.heard not in ("hearing", "waived", "left_out"):
        raise InvalidError("이 처분은 청문을 해야 합니다. 청문을 한 뒤에 적어 주세요.", "heard")
    if hearing.heard != "left_out":
        _check_notice(hearing)
    if ground and ground.announced_days:
        _check_announced(hearing, ground.announced_days)


def _check_notice(hearing: Hearing) -> None:
    today = clock.seoul_now().date()
    if hearing.notified_on is None or hearing.notified_on > today:
        raise InvalidError(
            "사전 통지한 날이 없거나 오늘보다 뒤입니다. 통지서를 보낸 날을 적어 주세요.", "notified_on"
        )
    if hearing.answer_by is None or hearing.answer_by < hearing.notified_on + timedelta(TIME_TO_ANSWER_DAYS):
        raise InvalidError(
            "의견제출 기한은 사전 통지한 날부터 10일 이상이어야 합니다. 통지서의 기한을 확인해 주세요.",
            "answer_by",
        )
    if hearing.heard == "silent" and hearing.answer_by >= today:
        raise InvalidError("의견제출 기한이 아직 지나지 않았습니다. 기한이 지난 뒤에 적어 주세요.", "heard")


def _check_announced(hearing: Hearing, days: int) -> None:
    today = clock.seoul_now().date()
    if hearing.announced_on is None or hearing.announced_on + timedelta(days) > today:
        raise InvalidError(
            f"말소 예정을 게시판과 누리집에 {days}일 이상 예고해야 합니다. 예고를 시작한 날을 확인해 주세요.",
            "announced_on",
        )


def sanction_of(act: Act, ground: Ground | None) -> Sanctioned | None:
    if not isinstance(ground, SanctionGround):
        return None
    today = clock.seoul_now().date()
    if ground.kind == "suspension":
        if act.from_on is None or act.to_on is None or act.to_on < act.from_on:
            raise InvalidError("영업정지의 첫날과 마지막 날이 맞지 않습니다. 두 날을 확인해 주세요.", "to_on")
        return Sanctioned(ground.kind.value, act.from_on, act.to_on)
    if ground.kind == "penalty":
        if not act.won or (ground.most_won and act.won > ground.most_won):
            raise InvalidError(
                "과징금을 원 단위의 숫자로, 법의 상한 안에서 적어 주세요. 예: 3,000,000", "won"
            )
        return Sanctioned(ground.kind.value, act.from_on or today, None, act.won)
    return Sanctioned(ground.kind.value, act.from_on or today)

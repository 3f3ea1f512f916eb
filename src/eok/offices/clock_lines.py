"""Cases of the clock as JSON lines: read one, compute it, write the answer."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

from eok.core.errors import InvalidError
from eok.rules.calendar import Calendar
from eok.rules.clock import EVENTS, EXTENDED, ClockEvent, ClockReading, Policy, read, read_civil
from eok.rules.periods import Period, Unit


class CaseLineError(InvalidError):
    """The line is no case; the text is Korean for whoever wrote it."""

    case_id: object = None
    """As the line gave it, where it could be read."""


def answer(line: str, calendar: Calendar, policy: Policy) -> dict[str, Any]:
    """One case's answer, JSON-ready. Raises CaseLineError."""
    case = _parsed(line)
    try:
        return {"id": case.get("id")} | _told(_reading(case, calendar, policy))
    except InvalidError as error:
        raise _refused(case, error.message) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _refused(case, f"사례의 칸을 읽을 수 없습니다({error}). 형식을 보고 고쳐 주세요.") from error


def _reading(case: Mapping[str, Any], calendar: Calendar, policy: Policy) -> ClockReading:
    period, filed_at = _period(case["service_period"]), _instant(case["filed_at"])
    if case.get("clock") == "civil":
        return read_civil(period, filed_at, calendar)
    events = [_event(event) for event in case.get("events", ())]
    return read(period, filed_at, events, calendar, policy=policy)


def _refused(case: Mapping[str, Any], text: str) -> CaseLineError:
    error = CaseLineError(text)
    error.case_id = case.get("id")
    return error


def _parsed(line: str) -> Mapping[str, Any]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as error:
        raise CaseLineError(f"JSON이 아닙니다({error.msg}). 한 줄에 사례 하나를 적어 주세요.") from error
    if not isinstance(case, dict):
        raise CaseLineError("사례는 { }로 적습니다. 한 줄에 사례 하나를 적어 주세요.")
    return case


def _period(value: Mapping[str, Any]) -> Period:
    unit = value["unit"]
    if unit not in get_args(Unit):
        raise CaseLineError(
            f"단위 {unit!r}를 모릅니다. {', '.join(get_args(Unit))} 가운데 하나로 고쳐 주세요."
        )
    return Period(int(value.get("value", 0)), unit)


def _event(value: Mapping[str, Any]) -> ClockEvent:
    if value["type"] not in EVENTS:
        raise CaseLineError(
            f"사건 {value['type']!r}을(를) 모릅니다. 기한에 넣을 수 없습니다. 이름을 고쳐 주세요."
        )
    by = _period(value["by"]) if value["type"] == EXTENDED else None
    return ClockEvent(_instant(value["at"]), value["type"], by)


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise CaseLineError(f"{text}에 시간대가 없습니다. 어느 때인지 알 수 없습니다. +09:00을 붙여 주세요.")
    return moment


def _told(reading: ClockReading) -> dict[str, Any]:
    told: dict[str, Any] = {
        "accepted_at": _iso(reading.accepted_at),
        "due_at": _iso(reading.due_at),
        "due_date": reading.due_date.isoformat() if reading.due_date else None,
        "status": reading.status,
    }
    if reading.accept_by is not None:
        told |= {"accept_by": _iso(reading.accept_by), "accept_breach": reading.accept_breach}
        told["deemed_on"] = reading.deemed_on.isoformat() if reading.deemed_on else None
    told["explanation"] = [
        {"when": line.when, "text": line.text, "law": line.law, "amount": line.amount}
        for line in reading.explanation
    ]
    return told


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

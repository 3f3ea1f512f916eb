"""Cases of the clock as JSON lines: read one, compute it, write the answer."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from eok.rules.calendar import Calendar
from eok.rules.clock import ClockEvent, ClockReading, Policy, read, read_civil
from eok.rules.periods import Period


class CaseLineError(ValueError):
    """The line is no case; the text is Korean for whoever wrote it."""


def answer(line: str, calendar: Calendar, policy: Policy) -> dict[str, Any]:
    """One case's answer, JSON-ready. Raises CaseLineError."""
    case = _parsed(line)
    try:
        period = _period(case["service_period"])
        filed_at = _instant(case["filed_at"])
        events = [_event(e) for e in case.get("events", ())]
        civil = case.get("clock", "minwon") == "civil"
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CaseLineError(f"사례의 칸을 읽을 수 없습니다({error}). 형식을 확인해 주세요.") from error
    if civil:
        return _told(str(case.get("id", "")), read_civil(period, filed_at, calendar))
    return _told(str(case.get("id", "")), read(period, filed_at, events, calendar, policy=policy))


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
    if unit not in ("immediate", "hours", "days", "weeks", "months"):
        raise ValueError(f"모르는 단위 {unit!r}")
    number = int(value.get("value", 0))
    if number < 0 or (number == 0 and unit != "immediate"):
        raise ValueError(f"기간이 {number}")
    return Period(number, unit)


def _event(value: Mapping[str, Any]) -> ClockEvent:
    by = _period(value["by"]) if value.get("by") else None
    return ClockEvent(_instant(value["at"]), str(value["type"]), by)


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"시간대가 없는 때 {text}")
    return moment


def _told(case_id: str, reading: ClockReading) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": case_id,
        "accepted_at": _iso(reading.accepted_at),
        "due_at": _iso(reading.due_at),
        "due_date": reading.due_date.isoformat() if reading.due_date else None,
        "status": reading.status,
    }
    if reading.accept_by is not None:
        told |= {"accept_by": _iso(reading.accept_by), "accept_breach": reading.accept_breach}
        told["deemed_on"] = reading.deemed_on.isoformat() if reading.deemed_on else None
    lines = (asdict(line) for line in reading.explanation)
    told["explanation"] = [{k: line[k] for k in ("when", "text", "law", "amount")} for line in lines]
    return told


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

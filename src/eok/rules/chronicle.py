"""Tells a case's clock as a story: what moved it, in order of time, each with its article."""

from dataclasses import dataclass
from datetime import datetime

from eok.rules.calendar import SEOUL
from eok.rules.counting import END_OF_DAY
from eok.rules.drawing import total_minutes, used_minutes
from eok.rules.exclusions import CAUSES, SUPPLEMENT
from eok.rules.explaining import COUNTING, EXTENSION, Line
from eok.rules.periods import Mode
from eok.rules.running import Mark, Running
from eok.rules.words import clock_ko, day_ko, duration

STOPPED = {
    SUPPLEMENT: "보완을 요구해 멈췄어요.",
    "hearing": "의견을 듣기 시작했어요.",
    "inspection": "검사·감정을 시작했어요.",
    "field_inquiry": "현장조사를 시작했어요.",
    "representatives": "대표자를 정하기 시작했어요.",
    "outage": "시스템 장애로 멈췄어요.",
}


@dataclass(frozen=True)
class Story:
    """An accepted case, to be told."""

    arrived: datetime
    accepted: datetime
    running: Running
    first_due_at: datetime
    due_at: datetime | None

    def lines(self) -> tuple[Line, ...]:
        told = [self._accepted()] if self.arrived == self.accepted else [self._arrived(), self._accepted()]
        told += [self._mark(mark) for mark in self.running.marks]
        return tuple(told + ([self._due(self.due_at)] if self.due_at else []))

    def _arrived(self) -> Line:
        return _line(self.arrived, "신청이 도착했어요.", "민원처리법 시행령 §6⑧")

    def _accepted(self) -> Line:
        return _line(self.accepted, "접수해 시계가 시작됐어요.", COUNTING[self.running.count.mode])

    def _mark(self, mark: Mark) -> Line:
        if mark.by is not None:
            return _line(mark.at, f"처리기간을 {mark.by.words} 늘렸어요.", EXTENSION)
        if mark.kind == "stop":
            return _line(mark.at, STOPPED[mark.cause], CAUSES[mark.cause].law)
        return _line(mark.at, f"{self._left(mark.at)} 남기고 다시 시작됐어요.", CAUSES[mark.cause].law)

    def _left(self, at: datetime) -> str:
        count = self.running.count
        left = total_minutes(count) - used_minutes(count, at)
        return f"{duration(left)}을" if count.mode is Mode.HOURS else f"{left // 480}일을"

    def _due(self, due_at: datetime) -> Line:
        text = "기한이에요."
        if due_at != self.first_due_at:
            text = f"기한이에요. 처음 기한은 {moment_ko(self.first_due_at)}까지였어요."
        return Line(moment_ko(due_at), text, "", "", "total")


def _line(at: datetime, text: str, law: str) -> Line:
    return Line(moment_ko(at), text, law, "", "note")


def moment_ko(moment: datetime) -> str:
    """`11월 18일(수) 15시 40분`; the end of a day is the day alone."""
    local = moment.astimezone(SEOUL)
    return day_ko(local.date()) if local.time() == END_OF_DAY else f"{day_ko(local.date())} {clock_ko(local)}"

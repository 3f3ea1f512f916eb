"""부서, 달력, 예상 처리일, 찾은 것, 공개한 뿌리."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from eok.api.answers import Answer
from eok.api.answers.services import ServiceLine
from eok.offices.district import Department
from eok.rules.calendar import Calendar
from eok.rules.clock import ClockReading
from eok.search.results import Hit, Results


class DepartmentSaid(Answer):
    """부서."""

    key: str
    name: str
    phone: str
    hours: str | None

    @classmethod
    def of(cls, one: Department) -> "DepartmentSaid":
        return cls(key=one.key, name=one.name, phone=one.phone, hours=one.hours)


class Offices(Answer):
    """우리 구와 오늘의 부서."""

    district: str
    office: str
    phone: str
    hours: str
    demonstration: bool = Field(description="시험용이면 참. 전화번호는 지어낸 것입니다")
    departments: list[DepartmentSaid]


class Closed(Answer):
    """A day that is not worked."""

    on: date
    name: str
    kind: Literal["public", "local"] = Field(description="public 관공서의 공휴일, local 지방공휴일")


class Year(Answer):
    """쉬는 날 beside Saturdays and Sundays."""

    year: int
    version: str = Field(description="달력의 판. 처리기한은 이 판으로 셉니다")
    closed: list[Closed]

    @classmethod
    def of(cls, year: int, calendar: Calendar) -> "Year":
        kinds = ((calendar.holidays, "public"), (calendar.local_closed, "local"))
        days = [Closed(on=on, name=name, kind=kind) for named, kind in kinds for on, name in named.items()]
        chosen = sorted((day for day in days if day.on.year == year), key=lambda day: (day.on, day.kind))
        return cls(year=year, version=calendar.version, closed=chosen)


class LineSaid(Answer):
    """One line of the sum behind a due time."""

    when: str
    text: str
    law: str
    amount: str


class Due(Answer):
    """예상 처리일 of a filing at that moment; without supplement or extension."""

    service: str
    accepted_at: datetime | None
    due_at: datetime | None
    calendar_version: str
    explanation: list[LineSaid]

    @classmethod
    def of(cls, service: str, reading: ClockReading, calendar: Calendar) -> "Due":
        lines = [
            LineSaid(when=line.when, text=line.text, law=line.law, amount=line.amount)
            for line in reading.explanation
        ]
        return cls(
            service=service, accepted_at=reading.accepted_at, due_at=reading.due_at,
            calendar_version=calendar.version, explanation=lines,
        )  # fmt: skip


class HitSaid(Answer):
    """An affair that was found."""

    service: ServiceLine
    name: str = Field(description="가장 잘 맞은 이름")
    score: float

    @classmethod
    def of(cls, hit: Hit) -> "HitSaid":
        return cls(service=ServiceLine.of(hit.service), name=hit.name, score=hit.score)


class Choice(Answer):
    label: str
    q: str


class Found(Answer):
    """찾은 것."""

    q: str
    winner: str | None = Field(description="뜻이 분명하면 그 민원사무의 id")
    items: list[HitSaid]
    total: int
    ask: str | None = Field(description="여러 뜻이면 되묻는 말")
    choices: list[Choice]

    @classmethod
    def of(cls, results: Results, limit: int) -> "Found":
        asked = results.ask_back
        return cls(
            q=results.words,
            winner=results.winner.service.id if results.winner else None,
            items=[HitSaid.of(hit) for hit in results.hits[:limit]],
            total=len(results.hits),
            ask=asked.title if asked else None,
            choices=[Choice(label=label, q=q) for label, q in asked.chips] if asked else [],
        )


class Home(Answer):
    """Where what is."""

    version: Literal["v1"] = "v1"
    description: str = "/api/v1/openapi.json"
    services: str = "/api/v1/services"
    search: str = "/api/v1/search?q={q}"
    offices: str = "/api/v1/offices"
    calendar: str = "/api/v1/calendar/{year}"
    due: str = "/api/v1/services/{service_id}/due?filed_at={filed_at}"
    certificate_keys: str = "/verify/keys.json"
    trail_roots: str = "/trail/roots.json"

"""A house in which closing a food business costs 5,300 won and a mail-order report 28,000: made up, for tests alone."""

import shutil
from pathlib import Path

from eok.casework.models import Case
from eok.payments.actions.begin import Ways, begin
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder
from tests.house.repository import ROOT
from tests.simulators.process import SECRET, Running

FEES = """
services:
  food-business-closure:
    won: 5300
    source: {grade: 미확인, note: 시험용}
    reductions:
      - {id: old, name: 생업을 그만두는 사람, when: 'answers.reason == "personal" && answers.business_name == "감면식당"', percent: 50, source: {grade: 미확인}}
      - {id: all, name: 모두 감면, when: 'answers.business_name == "면제식당"', percent: 100, source: {grade: 미확인}}
    later:
      - {from: 2027-01-01, won: 6000, source: {grade: 미확인}}
  mail-order-report:
    won: 28000
    source: {grade: 미확인, note: 시험용}
    by:
      - {id: corporation, name: 법인, when: 'answers.applicant_kind == "corporation"', won: 40000, source: {grade: 미확인}}
"""
BACK = "http://testserver/back"


def data_with_fees(folder: Path) -> Path:
    """A copy of the data folder with these fees."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    (data / "fees.yaml").write_text(FEES, encoding="utf-8")
    return data


def visit(case: Case) -> FeeAttempt:
    """Leave for the gateway."""
    return begin(case=case, ways=Ways(paid=lambda pk: f"{BACK}/{pk}/", left=lambda pk: f"{BACK}/{pk}/left/"))


def press(gateway: Running, attempt: FeeAttempt, do: str = "pay") -> dict[str, str]:
    """The person presses a button at the gateway; what the browser carries back."""
    answer = gateway.http.post(attempt.checkout_url, data={"do": do}, headers={"Accept": "text/html"})
    assert answer.status_code == 303, answer.text
    place = answer.headers["Location"]
    return dict(part.split("=", 1) for part in place.partition("?")[2].split("&"))


def taken(gateway: Running) -> int:
    """Won the gateway holds for us, by its own list."""
    since = {"startDate": "2020-01-01T00:00:00", "endDate": "2099-01-01T00:00:00", "limit": "5000"}
    lines = gateway.http.get("/v1/transactions", params=since, auth=(SECRET, "")).json()
    return sum(line["amount"] if line["status"] == "DONE" else -line["amount"] for line in lines)


def booked(order: FeeOrder | None = None) -> int:
    """Won our books hold."""
    rows = FeeEntry.objects.filter(order=order) if order else FeeEntry.objects.all()
    return sum(row.won if row.kind == "charge" else -row.won for row in rows)

"""A demand for the licence tax of an invented shop, and the steps around it."""

from tests.simulators.calls import called
from tests.simulators.process import Running

DEMAND: dict[str, object] = {
    "payer_name": "김하늘",
    "payer_id_hint": "1991-09-03",
    "licence": "통신판매업 신고",
    "class": 3,
    "won": 40500,
    "due_on": "2026-12-31",
    "place": "서울특별시 서초구 시범대로 12",
}


def opened(tax_office: Running, key: str) -> str:
    """Number of a new bill."""
    answer = called(tax_office, "POST", "/demands", DEMAND, key=key)
    assert answer.status_code == 201
    return str(answer.json()["bill_no"])


def paid(tax_office: Running, bill_no: str) -> None:
    assert tax_office.http.post(f"/pay/{bill_no}", data={}).status_code == 303

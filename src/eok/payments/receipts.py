"""영수증 of a fee: what was received, from whom, for what, how, and what went back since (민원처리법 §29).

No official form was read for it (미확인); drawn anew whenever somebody asks, from the books.
"""

from dataclasses import dataclass
from datetime import datetime

from eok.applications import drafts
from eok.casework import fees, grants
from eok.casework.models import Case
from eok.core import clock
from eok.core.keys import keyring
from eok.krds import filters
from eok.offices import queries as offices
from eok.papers import typeset
from eok.payments import books
from eok.payments.errors import FeeNotFoundError
from eok.payments.models import FeeOrder

RECEIVED = "위 금액을 받았습니다."


@dataclass(frozen=True)
class FeeReceipt:
    receipt_no: str
    rows: tuple[tuple[str, str], ...]
    issuer: str
    paid_at: datetime
    sample: bool


def facts(case: Case) -> FeeReceipt:
    """Raises FeeNotFoundError while nothing was paid."""
    order = FeeOrder.objects.filter(case=case).first()
    if order is None or order.paid_at is None or order.receipt_no is None:
        raise FeeNotFoundError
    return FeeReceipt(
        receipt_no=order.receipt_no,
        rows=tuple(_rows(case, order, order.paid_at)),
        issuer=offices.district().head_title,
        paid_at=order.paid_at,
        sample=keyring().is_demonstration,
    )


def pdf(case: Case) -> bytes:
    """Raises FeeNotFoundError, UnprintableError."""
    said = facts(case)
    day = said.paid_at.astimezone(clock.SEOUL)
    rows = [("영수증 번호", said.receipt_no), *said.rows]
    data = {
        "title": "수수료 영수증",
        "rows": [
            {"caption": term, "value": value, "note": "", "large": term == "받은 금액"}
            for term, value in rows
        ],
        "said": RECEIVED,
        "date": f"{day.year}년 {day.month}월 {day.day}일",
        "issuer": said.issuer,
        "application_no": case.application.application_no,
        "sample": said.sample,
    }
    return typeset.render("papers/fee-receipt", data, made_at=said.paid_at)


def _rows(case: Case, order: FeeOrder, paid_at: datetime) -> list[tuple[str, str]]:
    back, kept = books.refunded_of_fee(order), fees.of_case(case)
    rows = [
        ("받은 금액", filters.won(order.won)),
        ("민원명", grants.service_of(case).name.ko),
        ("낸 사람", str(drafts.read_filed(case.application).applicant.get("name", ""))),
        ("신청번호", case.application.application_no),
        ("낸 방법", " ".join(filter(None, (order.get_way_display(), order.outside_no)))),
        ("낸 때", filters.datetime_ko(paid_at)),
    ]
    if kept.reduction:
        rows.append(("감면", f"{kept.reduction} (감면 전 {filters.won(kept.full_won)})"))
    if back:
        rows.append(("돌려드린 금액", filters.won(back)))
    return rows

"""Builds the resident's page of a fee: what it is made of, where paying stands, what went back; and the receipt."""

from dataclasses import dataclass
from datetime import date

from eok.casework import fees, grants
from eok.casework.models import Case
from eok.core import clock
from eok.forms.fee import Fee, Said
from eok.krds import filters
from eok.krds.parts import Origin
from eok.linkage import registry
from eok.offices import queries as offices
from eok.payments import attempts
from eok.payments import queries as payments
from eok.payments.errors import FeeNotFoundError
from eok.payments.models import REASONS, FeeAttempt, FeeOrder

AFTER = {
    "refused": "카드사나 결제 시스템이 받아 주지 않았어요. 빠져나간 돈은 없어요. 다른 카드로 다시 해 보세요.",
    "left": "결제를 그만두었어요. 빠져나간 돈은 없어요. 지금 다시 내거나 나중에 내도 돼요.",
    "expired": "결제 시간이 지났어요. 빠져나간 돈은 없어요. 다시 내 주세요.",
    "odd": "낼 금액과 다른 금액이 빠져나갔어요. 그 돈은 모두 돌려드려요. 다시 내 주세요.",
}
"""What a visit that ended without payment means, by its state."""


@dataclass(frozen=True)
class Line:
    """One line of what the fee is made of."""

    term: str
    won: str
    origin: Origin | None


@dataclass(frozen=True)
class Back:
    """One sum that goes back."""

    won: str
    why: str
    state: str
    when: str


def context(case: Case, notice: str = "") -> dict[str, object]:
    """Raises FeeNotFoundError."""
    order = payments.fee_of(case)
    if order is None:
        raise FeeNotFoundError
    today, visit = clock.seoul_now().date(), payments.last_visit(order)
    return {
        "case": case,
        "service": grants.service_of(case),
        "fee": order,
        "lines": lines(fees.of_case(case)),
        "checking": _checking(order, visit),
        "after": AFTER.get(visit.state, "") if visit and order.state == "owed" else "",
        "online": registry.port("payments").connected,
        "back": _back(order),
        "department": offices.department(case.department, on=today),
        "notice": notice,
        "way": order.get_way_display() if order.way else "",
        "rule": order.refund_rule,
        "rule_on": date.fromisoformat(order.refund_rule["on"]) if order.refund_rule["on"] else None,
    }


def lines(fee: Fee) -> tuple[Line, ...]:
    """The row of the table, then the reduction and its ground."""
    found = [Line(fee.name or "수수료", filters.won(fee.full_won), _origin(fee.source))]
    if fee.reduction:
        off = f"−{filters.won(fee.full_won - fee.won)}"
        found.append(Line(f"감면: {fee.reduction}", off, _origin(fee.reduction_source)))
    return tuple(found)


def _checking(order: FeeOrder, visit: FeeAttempt | None) -> bool:
    """Money may have moved and nobody has told yet."""
    return bool(order.state == "owed" and visit and visit.state in attempts.BUSY)


def _back(order: FeeOrder) -> list[Back]:
    return [
        Back(
            filters.won(refund.won),
            REASONS[refund.why],
            refund.get_state_display(),
            filters.datetime_ko(refund.done_at) if refund.done_at else "",
        )
        for refund in payments.refunds_of(order)
    ]


def _origin(said: Said | None) -> Origin | None:
    if said is None:
        return None
    web = said.where if said.where.startswith("http") else ""
    where = "" if web else said.where
    who = " · ".join(filter(None, (said.by, where))) or ("읽은 곳" if web else "")
    return Origin(said.grade, said.cite, who, web, f"{said.on}에 읽음" if said.on else "")

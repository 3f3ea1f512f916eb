"""The list of fees for officers: what is owed, paid, given back, and what hangs; no name stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.catalogue import queries as catalogue
from eok.krds import filters
from eok.payments import attempts
from eok.payments.models import FeeAttempt, FeeOrder, FeeRefund

PAGE = 100
SHOWN = {
    "": "모두",
    "owed": "내지 않음",
    "checking": "확인 중",
    "paid": "냄",
    "back": "돌려드림",
    "waiting": "돌려드릴 것",
}
"""What may be asked for."""
HEAD = ("신청번호", "민원명", "낼 금액", "상태", "방법", "생긴 때", "낸 때", "영수증")


@dataclass(frozen=True)
class Row:
    order: FeeOrder
    number: str
    affair: str
    hanging: bool
    """A visit whose outcome is not known."""
    waiting: bool
    """A refund that has not gone."""


def found(officer: Officer, show: str) -> QuerySet[FeeOrder]:
    """Fees of the officer's departments, newest first."""
    rows = FeeOrder.objects.filter(case__department__in=permissions.departments_of(officer)).annotate(
        hanging=Exists(FeeAttempt.objects.filter(order=OuterRef("pk"), state__in=attempts.BUSY)),
        waiting=Exists(FeeRefund.objects.filter(order=OuterRef("pk")).exclude(state="done")),
    )
    return rows.filter(_asked(show)).select_related("case__application").order_by("-owed_at", "pk")


def _asked(show: str) -> Q:
    if show == "checking":
        return Q(hanging=True, state="owed")
    if show == "waiting":
        return Q(waiting=True)
    if show == "back":
        return Q(state__in=("part_refunded", "refunded"))
    return Q(state=show) if show in ("owed", "paid") else Q()


def rows(orders: list[FeeOrder]) -> list[Row]:
    names = {service.id: service.name.ko for service in catalogue.all_services()}
    return [
        Row(
            order,
            order.case.case_no or order.case.application.application_no,
            names.get(order.case.service_id, order.case.service_id),
            bool(getattr(order, "hanging", False)),
            bool(getattr(order, "waiting", False)),
        )
        for order in orders
    ]


def cells(row: Row) -> tuple[str, ...]:
    """A line of the file."""
    order = row.order
    paid = filters.short_datetime(order.paid_at) if order.paid_at else ""
    return (
        row.number, row.affair, str(order.won), order.get_state_display(), order.get_way_display() if order.way else "",
        filters.short_datetime(order.owed_at), paid, order.receipt_no or "",
    )  # fmt: skip


def sums(officer: Officer) -> Mapping[str, tuple[int, int]]:
    """State → how many, how many won."""
    mine = FeeOrder.objects.filter(case__department__in=permissions.departments_of(officer))
    grouped = mine.values("state").annotate(count=Count("pk"), won=Sum("won")).order_by("state")
    return {str(one["state"]): (int(one["count"]), int(one["won"] or 0)) for one in grouped}


def query(show: str) -> str:
    return f"?{urlencode({'show': show})}&" if show else "?"

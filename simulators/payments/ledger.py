"""The payments of the gateway: one per order number, each taking and giving back a line of its own."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simulators import clock
from simulators.http import Refused
from simulators.store import Data, Store

FIELDS = ("method", "amount", "orderId", "orderName", "successUrl", "failUrl")
AGREED_FOR = timedelta(minutes=10)
"""Who agreed must be confirmed within it."""
OPEN_FOR = timedelta(minutes=30)
Payment = dict[str, Any]  # as the API spells it, with `checkout` and our own notes under `_`


class Failed(Refused):
    """Answered as {code, message}."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(status, message)
        self.code = code


class Ledger:
    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, wanted: dict[str, Any], base: str) -> Payment:
        asked = {name: wanted.get(name) for name in FIELDS}
        if not isinstance(asked["amount"], int) or asked["amount"] <= 0:
            raise Failed(400, "INVALID_REQUEST", "금액이 알맞지 않습니다.")
        with self._store.change() as data:
            kept = data.setdefault("payments", {})
            key = "sim_" + hashlib.sha256(str(asked["orderId"]).encode()).hexdigest()[:24]
            if key in kept:
                if kept[key]["_asked"] != asked:
                    raise Failed(400, "DUPLICATED_ORDER_ID", "이미 있는 주문번호입니다.")
                return dict(kept[key])
            kept[key] = _opened(key, asked, base)
            return dict(kept[key])

    def by_key(self, key: str) -> Payment:
        with self._store.change() as data:
            return dict(_found(data, key))

    def by_order(self, order_id: str) -> Payment:
        with self._store.change() as data:
            for key, payment in data.get("payments", {}).items():
                if payment["orderId"] == order_id:
                    return dict(_found(data, key))
        raise Failed(404, "NOT_FOUND_PAYMENT", "존재하지 않는 결제 정보입니다.")

    def agree(self, key: str) -> Payment:
        """The person pressed the button; nothing is taken."""
        with self._store.change() as data:
            payment = _found(data, key)
            if payment["status"] == "READY":
                payment.update(status="IN_PROGRESS", _agreed=clock.now().isoformat())
            return dict(payment)

    def confirm(self, key: str, order_id: str, amount: object, taken: int | None = None) -> Payment:
        """Take the money. taken: another amount than agreed, which a real one would never do."""
        with self._store.change() as data:
            payment = _found(data, key)
            if payment["orderId"] != order_id or payment["totalAmount"] != amount:
                raise Failed(400, "INVALID_REQUEST", "주문번호나 금액이 결제와 다릅니다.")
            if payment["status"] in ("DONE", "CANCELED", "PARTIAL_CANCELED"):
                raise Failed(400, "ALREADY_PROCESSED_PAYMENT", "이미 처리된 결제입니다.")
            if payment["status"] != "IN_PROGRESS":
                raise Failed(
                    404, "NOT_FOUND_PAYMENT_SESSION", "결제 시간이 지났거나 동의하지 않은 결제입니다."
                )
            won = taken or payment["totalAmount"]
            payment.update(
                status="DONE", totalAmount=won, balanceAmount=won, method="카드", approvedAt=_seoul()
            )
            _line(data, payment, won, "DONE")
            return dict(payment)

    def refuse(self, key: str, code: str) -> None:
        with self._store.change() as data:
            _found(data, key).update(
                status="ABORTED", failure={"code": code, "message": "카드사가 거절했습니다."}
            )
        raise Failed(403, code, "카드사가 거절했습니다.")

    def cancel(self, key: str, reason: object, amount: object) -> Payment:
        with self._store.change() as data:
            payment = _found(data, key)
            won = amount if isinstance(amount, int) else payment["balanceAmount"]
            if payment["status"] not in ("DONE", "PARTIAL_CANCELED"):
                raise Failed(400, "ALREADY_CANCELED_PAYMENT", "취소할 것이 없는 결제입니다.")
            if not reason or not 0 < won <= payment["balanceAmount"]:
                raise Failed(403, "NOT_CANCELABLE_AMOUNT", "취소할 수 없는 금액입니다.")
            payment["balanceAmount"] -= won
            payment["status"] = "PARTIAL_CANCELED" if payment["balanceAmount"] else "CANCELED"
            line = _line(data, payment, won, payment["status"])
            cancel = {
                "cancelAmount": won,
                "cancelReason": reason,
                "canceledAt": _seoul(),
                "transactionKey": line,
            }
            payment["cancels"] = [*(payment["cancels"] or []), cancel]
            return dict(payment)

    def lines(self, since: datetime, until: datetime) -> list[dict[str, Any]]:
        with self._store.view() as data:
            return [
                line for line in data.get("lines", [])
                if since <= datetime.fromisoformat(line["transactionAt"]) <= until
            ]  # fmt: skip

    def everything(self) -> list[Payment]:
        with self._store.view() as data:
            return [dict(payment) for payment in data.get("payments", {}).values()]


def shown(payment: Payment) -> dict[str, Any]:
    """As the API says it."""
    return {name: value for name, value in payment.items() if not name.startswith("_")}


def _opened(key: str, asked: dict[str, Any], base: str) -> Payment:
    return {
        "version": "2022-11-16", "paymentKey": key, "orderId": asked["orderId"], "orderName": asked["orderName"],
        "status": "READY", "method": None, "currency": "KRW", "totalAmount": asked["amount"],
        "balanceAmount": asked["amount"], "requestedAt": _seoul(), "approvedAt": None, "cancels": None,
        "failure": None, "isPartialCancelable": True,
        "checkout": {"url": f"{base}/v1/payments/{key}/checkout"}, "_asked": asked, "_agreed": "",
    }  # fmt: skip


def _found(data: Data, key: str) -> Payment:
    """The payment as time has left it."""
    payment: Payment | None = data.get("payments", {}).get(key)
    if payment is None:
        raise Failed(404, "NOT_FOUND_PAYMENT", "존재하지 않는 결제 정보입니다.")
    limits = {"READY": (payment["requestedAt"], OPEN_FOR), "IN_PROGRESS": (payment["_agreed"], AGREED_FOR)}
    since, allowed = limits.get(payment["status"], ("", OPEN_FOR))
    if since and clock.now() - datetime.fromisoformat(since) > allowed:
        payment.update(
            status="EXPIRED", failure={"code": "EXPIRED_PAYMENT", "message": "결제가 만료되었습니다."}
        )
    return payment


def _line(data: Data, payment: Payment, won: int, status: str) -> str:
    lines = data.setdefault("lines", [])
    key = f"T{len(lines) + 1:010d}"
    lines.append(
        {"mId": "simulated", "transactionKey": key, "paymentKey": payment["paymentKey"], "method": "카드",
         "orderId": payment["orderId"], "amount": won, "status": status, "currency": "KRW", "transactionAt": _seoul()}
    )  # fmt: skip
    return key


def _seoul() -> str:

    return clock.now().astimezone(ZoneInfo("Asia/Seoul")).isoformat(timespec="seconds")

"""The gateway: opens checkouts, takes and gives back, lists, and tells (the paths are the published ones)."""

import base64
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from simulators.http import Refused, Request, Response, Route, as_json, redirect
from simulators.page import choice
from simulators.payments import pages
from simulators.payments.courier import WEBHOOKS, Courier
from simulators.payments.ledger import Failed, Ledger, Payment, shown
from simulators.server import Options
from simulators.simulator import Simulator
from simulators.store import Store

CALLS = {
    "all": "모든 요청",
    "open": "결제 열기",
    "confirm": "승인",
    "status": "조회",
    "cancel": "취소",
    "list": "목록",
}
OUTCOMES = {
    "ok": "승인함",
    "refuse": "카드사가 거절함",
    "short": "돌아올 때 금액을 낮춰 말함",
    "wrong": "다른 금액이 빠져나감",
}
DEFAULTS = {"on": "all", "outcome": "ok", "webhook": "once"}
CHOICES = {"on": CALLS, "outcome": OUTCOMES, "webhook": WEBHOOKS}
KEPT = "answers"
"""By idempotency key: the same key gets the same answer, also after a restart."""


class Gateway(Simulator):
    name = "payments"
    title = "시험용 전자결제"
    protocol = "published"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._base = options.base_url
        self._secret = options.secret
        self._courier = Courier(options.callback_url)
        self._ledger = Ledger(self.store)
        self._knobs = dict(DEFAULTS)

    def routes(self) -> list[Route]:
        return [
            Route("POST", "/v1/payments", self._open),
            Route("POST", "/v1/payments/confirm", self._confirm),
            Route("GET", "/v1/payments/orders/{order_id}", self._by_order),
            Route("GET", "/v1/payments/{key}/checkout", self._checkout),
            Route("POST", "/v1/payments/{key}/checkout", self._pressed),
            Route("POST", "/v1/payments/{key}/cancel", self._cancel),
            Route("GET", "/v1/payments/{key}", self._by_key),
            Route("GET", "/v1/transactions", self._list),
        ]

    def _follow(self, request: Request) -> Response:
        """Programs hear {code, message}; people see a page."""
        try:
            return super()._follow(request)
        except Failed as failed:
            if request.wants_page:
                raise
            return as_json({"code": failed.code, "message": failed.reason}, failed.status)

    def about(self) -> str:
        return pages.overview(self._ledger.everything())

    def knobs(self) -> str:
        labels = {"on": "어느 요청에", "outcome": "승인 결과", "webhook": "결제 알림"}
        return "".join(
            choice(name, labels[name], CHOICES[name], value) for name, value in self._knobs.items()
        )

    def control(self, wanted: dict[str, object]) -> dict[str, object]:
        if wanted.get("reset"):
            self._knobs = dict(DEFAULTS)
        for name, known in CHOICES.items():
            value = str(wanted.pop(name, self._knobs[name]))
            if value not in known:
                raise Refused(422, f"모르는 {name}입니다: {value}")
            self._knobs[name] = value
        if "callback_url" in wanted:
            self._courier = Courier(str(wanted.pop("callback_url")))
        return {**super().control(wanted), **self._knobs, "callback_url": self._courier.url}

    def _open(self, request: Request) -> Response:
        wanted = request.json()
        return self._do("open", request, lambda: self._ledger.open(wanted, self._base))

    def _confirm(self, request: Request) -> Response:
        said = request.json()
        key, order_id = str(said.get("paymentKey")), str(said.get("orderId"))
        return self._do("confirm", request, lambda: self._told(self._take(key, order_id, said.get("amount"))))

    def _cancel(self, request: Request, key: str) -> Response:
        said = request.json()
        reason, amount = said.get("cancelReason"), said.get("cancelAmount")
        return self._do("cancel", request, lambda: self._told(self._ledger.cancel(key, reason, amount)))

    def _by_order(self, request: Request, order_id: str) -> Response:
        return self._do("status", request, lambda: self._ledger.by_order(order_id))

    def _by_key(self, request: Request, key: str) -> Response:
        return self._do("status", request, lambda: self._ledger.by_key(key))

    def _list(self, request: Request) -> Response:
        self._require_caller(request)
        since, until = (_seoul(request.query.get(name, "")) for name in ("startDate", "endDate"))
        lines = self._ledger.lines(since, until)
        after = request.query.get("startingAfter", "")
        place = next((n + 1 for n, line in enumerate(lines) if line["transactionKey"] == after), 0)
        limit = int(request.query.get("limit") or 100)
        return self._carried("list", lambda: as_json(lines[place : place + limit]))

    def _checkout(self, request: Request, key: str) -> Response:
        return self.html("시험용 결제", pages.checkout(self._ledger.by_key(key)))

    def _pressed(self, request: Request, key: str) -> Response:
        """The browser goes back, saying what it likes."""
        payment = self._ledger.by_key(key)
        asked = payment["_asked"]
        if request.form().get("do") != "pay":
            said = {
                "code": "PAY_PROCESS_CANCELED",
                "message": "사용자가 취소했습니다.",
                "orderId": payment["orderId"],
            }
            return redirect(asked["failUrl"], said)
        agreed = self._ledger.agree(key)
        if self._knobs["webhook"] == "false":
            self._told(agreed)
        amount = agreed["totalAmount"] // 10 if self._knobs["outcome"] == "short" else agreed["totalAmount"]
        return redirect(
            asked["successUrl"], {"paymentKey": key, "orderId": payment["orderId"], "amount": str(amount)}
        )

    def _take(self, key: str, order_id: str, amount: object) -> Payment:
        if self._knobs["outcome"] == "refuse":
            self._ledger.refuse(key, "REJECT_CARD_PAYMENT")
        wrong = self._knobs["outcome"] == "wrong" and isinstance(amount, int)
        return self._ledger.confirm(key, order_id, amount, int(str(amount)) + 1000 if wrong else None)

    def _told(self, payment: Payment) -> Payment:
        self._courier.tell(payment, self._knobs["webhook"], self.modes.seconds)
        return payment

    def _do(self, call: str, request: Request, work: Callable[[], Payment]) -> Response:
        self._require_caller(request)
        return self._carried(call, lambda: self._once(request, work))

    def _carried(self, call: str, work: Callable[[], Response]) -> Response:
        """As the mode has it, where it is set for this call."""
        return self.modes.carry_out(work, self.modes.mode if self._knobs["on"] in ("all", call) else "ok")

    def _once(self, request: Request, work: Callable[[], Payment]) -> Response:
        key = request.headers.get("Idempotency-Key", "") if request.method == "POST" else ""
        known = f"{request.path} {key}"
        with self.store.change() as data:  # held while the work is done: two of one key are one
            kept = data.setdefault(KEPT, {})
            if not key or known not in kept:
                status, said = _tried(work)
                if not key:
                    return as_json(said, status)
                kept[known] = [status, json.dumps(said, ensure_ascii=False)]
            return as_json(json.loads(kept[known][1]), kept[known][0])

    def _require_caller(self, request: Request) -> None:
        expected = "Basic " + base64.b64encode(f"{self._secret}:".encode()).decode()
        if not hmac.compare_digest(expected.encode(), request.headers.get("Authorization", "").encode()):
            raise Failed(401, "UNAUTHORIZED_KEY", "인증되지 않은 키입니다.")


def _tried(work: Callable[[], Payment]) -> tuple[int, dict[str, object]]:
    try:
        return 200, shown(work())
    except Failed as failed:
        return failed.status, {"code": failed.code, "message": failed.reason}


def _seoul(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Seoul"))
    except ValueError:
        raise Failed(400, "INVALID_DATE", "날짜가 알맞지 않습니다.") from None

"""전자결제 over HTTP. The protocol is `published`: the core API of 토스페이먼츠 as its documents tell it (docs.tosspayments.com,
Payment APIs, idempotency keys, webhooks; read 2026-11-23). Only card payments; nothing was tried with the provider itself.

    POST /v1/payments                       {method, amount, orderId, orderName, successUrl, failUrl} → 200 {…, checkout: {url}}
    POST /v1/payments/confirm               {paymentKey, orderId, amount} → 200 Payment · 4xx {code, message}
    GET  /v1/payments/orders/{orderId}      → 200 Payment · 404
    POST /v1/payments/{paymentKey}/cancel   {cancelReason, cancelAmount} → 200 Payment
    GET  /v1/transactions?startDate&endDate&startingAfter&limit → 200 [Transaction]
    and from there to us: {eventType: PAYMENT_STATUS_CHANGED, createdAt, data: Payment}, which nobody signs

Authorization is Basic with the secret key and no password; POST carries an Idempotency-Key (15 days).
"""

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Self
from urllib.parse import quote

from pydantic import ValidationError

from eok.core import clock
from eok.linkage import configuration, ports
from eok.linkage.adapters.payment_shapes import Failure, Line, Opened, Payment, Webhook, said
from eok.linkage.answer import Answer
from eok.linkage.errors import ForgedCallbackError, LinkageError, OutcomeUnknownError, PaymentRefusedError
from eok.linkage.exchange import INTERACTIVE, Call, Exchange
from eok.linkage.sentences import sentence

PAGE = 5000
"""Lines of the list at most in one answer."""
ALREADY = frozenset(
    {"ALREADY_PROCESSED_PAYMENT", "ALREADY_CANCELED_PAYMENT", "IDEMPOTENT_REQUEST_PROCESSING"}
)
"""It was done before, or is being done: asking tells which."""
REFUSALS = (400, 403, 404, 409, 422)


class Gateway(ports.PaymentGateway):
    """`EOK_PAYMENTS_URL`, `EOK_PAYMENTS_SECRET`."""

    connected = True

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    @classmethod
    def from_settings(cls) -> Self:
        url = configuration.address("payments", "EOK_PAYMENTS_URL")
        secret = configuration.required("payments", "EOK_PAYMENTS_SECRET")
        basic = base64.b64encode(f"{secret}:".encode()).decode()
        headers = {"Authorization": f"Basic {basic}"}
        allow = configuration.allow_simulator()
        return cls(Exchange("payments", url, headers=headers, patience=INTERACTIVE, allow_simulator=allow))

    def check(self) -> None:
        now = clock.now()
        if self._list(now, now, "", 1, (200, 401)).status == 401:
            wrong = sentence("payments", "credentials", setting="EOK_PAYMENTS_SECRET")
            raise LinkageError("payments", wrong, retryable=False)

    def open(self, checkout: ports.Checkout) -> ports.OpenedCheckout:
        body = {
            "method": "CARD",
            "amount": checkout.won,
            "orderId": checkout.order_no,
            "orderName": checkout.name[:100],
            "successUrl": checkout.paid_url,
            "failUrl": checkout.left_url,
        }
        found = self._post("open", "/v1/payments", body, f"open-{checkout.order_no}").read(Opened)
        return ports.OpenedCheckout(found.payment_key, found.checkout.url)

    def confirm(self, *, payment_key: str, order_no: str, won: int, key: str) -> ports.PaymentSaid:
        body = {"paymentKey": payment_key, "orderId": order_no, "amount": won}
        return said(self._post("confirm", "/v1/payments/confirm", body, key).read(Payment))

    def status(self, order_no: str) -> ports.PaymentSaid | None:
        path = f"/v1/payments/orders/{quote(order_no, safe='')}"
        answer = self._exchange.send(Call("status", "GET", path, expects=(200, 404)))
        return None if answer.status == 404 else said(answer.read(Payment))

    def cancel(self, *, payment_key: str, won: int, reason: str, key: str) -> ports.PaymentSaid:
        path = f"/v1/payments/{quote(payment_key, safe='')}/cancel"
        body = {"cancelReason": reason, "cancelAmount": won}
        return said(self._post("cancel", path, body, key).read(Payment))

    def transactions(self, since: datetime, until: datetime) -> tuple[ports.Transaction, ...]:
        found: list[Line] = []
        while True:
            after = found[-1].transaction_key if found else ""
            lines = Line.several(self._list(since, until, after, PAGE, (200,)))
            found += lines
            if len(lines) < PAGE:
                return tuple(line.plain() for line in found)

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> ports.PaymentHint:
        try:
            return ports.PaymentHint(Webhook.model_validate_json(body).data.order_id)
        except ValidationError:
            raise ForgedCallbackError("payments") from None

    def _list(
        self, since: datetime, until: datetime, after: str, limit: int, expects: tuple[int, ...]
    ) -> Answer:
        seoul = [moment.astimezone(clock.SEOUL).strftime("%Y-%m-%dT%H:%M:%S") for moment in (since, until)]
        params = {"startDate": seoul[0], "endDate": seoul[1], "limit": str(limit)}
        if after:
            params["startingAfter"] = after
        return self._exchange.send(Call("list", "GET", "/v1/transactions", params=params, expects=expects))

    def _post(self, name: str, path: str, body: object, key: str) -> Answer:
        """Raises PaymentRefusedError for a plain no; what may have happened before is unknown."""
        call = Call(name, "POST", path, json=body, changes=True, key=key, expects=(200, *REFUSALS))
        answer = self._exchange.send(call)
        if answer.status == 200:
            return answer
        code = answer.read(Failure).code
        if code in ALREADY:
            raise OutcomeUnknownError("payments", sentence("payments", "unknown"))
        raise PaymentRefusedError(code)

"""문자 발송 over HTTP with a key per message. The protocol is `assumed`: made for the simulator, to be
replaced by the words of the gateway a district has a contract with.

    POST /messages        Idempotency-Key, {to, text}   → 202 {provider_id, accepted_at} · 422 {reason}
    GET  /messages/{key}                                → 200 {state, reason} · 404
    GET  /account                                       → 200 · 401
"""

from typing import Self
from urllib.parse import quote

from pydantic import AwareDatetime, BaseModel

from eok.linkage import configuration, ports
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import Call, Exchange
from eok.linkage.known import require_known

REFUSED = "문자를 보낼 수 없는 번호입니다. 이 문자는 전달되지 않습니다. 신청인의 전화번호를 확인해 주세요."


class Taken(BaseModel):
    provider_id: str
    accepted_at: AwareDatetime


class Outcome(BaseModel):
    state: ports.SmsState
    reason: str = ""


class Gateway(ports.SmsGateway):
    """`EOK_SMS_URL`, `EOK_SMS_SECRET`."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    @classmethod
    def from_settings(cls) -> Self:
        return cls(configuration.exchange("sms", "EOK_SMS"))

    def check(self) -> None:
        require_known(self._exchange, "EOK_SMS_SECRET")

    def send(self, message: ports.OutgoingSms) -> ports.SmsReceipt:
        body = {"to": message.to, "text": message.text}
        answer = self._exchange.send(
            Call("send", "POST", "/messages", json=body, changes=True, key=message.key, expects=(202, 422))
        )
        if answer.status == 422:
            raise LinkageError("sms", REFUSED, retryable=False)
        taken = answer.read(Taken)
        return ports.SmsReceipt(taken.provider_id, taken.accepted_at)

    def outcome(self, key: str) -> ports.SmsOutcome:
        answer = self._exchange.send(
            Call("outcome", "GET", f"/messages/{quote(key, safe='')}", expects=(200, 404))
        )
        if answer.status == 404:
            return ports.SmsOutcome(ports.SmsState.UNKNOWN)
        found = answer.read(Outcome)
        return ports.SmsOutcome(found.state, found.reason)

"""등록면허세 over HTTP. The protocol is `assumed`: made for the simulator; no tax system publishes one.

    POST   /demands       Idempotency-Key, {payer_name, …}  → 201 {bill_no, won, due_on, pay_url}
    GET    /bills/{no}                                      → 200 {state, paid_at, receipt_no, won} · 404
    DELETE /bills/{no}                                      → 200 the same (a paid bill stays paid)
    POST   /licences      Idempotency-Key, {event, …}       → 202 {notice_no}
    POST   /closures      Idempotency-Key, {business_no, …, form: [{name, content}]}  → 202 {notice_no}
    GET    /account                                         → 200 · 401
    and from there to us: {bill_no, state, paid_at, receipt_no, won}, signed in `X-Eok-Signature`

Law: 지방세법 §35①, §38① and §38의2; 지방세법 시행령 §52③ allows the electronic way.
"""

import base64
from collections.abc import Mapping
from datetime import date
from typing import Self
from urllib.parse import quote

from pydantic import AwareDatetime, BaseModel, ValidationError

from eok.linkage import configuration, ports, shared_secret
from eok.linkage.answer import Answer
from eok.linkage.errors import ForgedCallbackError, LinkageError
from eok.linkage.exchange import Call, Exchange
from eok.linkage.known import require_known

SIGNATURE_HEADER = "X-Eok-Signature"

NO_BILL = "세무 시스템에 그런 전자납부번호가 없습니다. 납부를 확인할 수 없습니다. 번호를 다시 보고 세무부서에 물어봐 주세요."


class Bill(BaseModel):
    bill_no: str
    won: int
    due_on: date
    pay_url: str | None = None


class Status(BaseModel):
    state: ports.TaxState
    paid_at: AwareDatetime | None = None
    receipt_no: str | None = None
    won: int | None = None


class Settlement(Status):
    bill_no: str


class Noticed(BaseModel):
    notice_no: str


class TaxOffice(ports.TaxOffice):
    """`EOK_TAX_OFFICE_URL`, `EOK_TAX_OFFICE_SECRET`."""

    def __init__(self, exchange: Exchange, secret: str) -> None:
        self._exchange = exchange
        self._secret = secret

    @classmethod
    def from_settings(cls) -> Self:
        secret = configuration.required("tax_office", "EOK_TAX_OFFICE_SECRET")
        return cls(configuration.exchange("tax_office", "EOK_TAX_OFFICE"), secret)

    def check(self) -> None:
        require_known(self._exchange, "EOK_TAX_OFFICE_SECRET")

    def demand(self, demand: ports.TaxDemand) -> ports.TaxBill:
        body = {
            "payer_name": demand.payer_name,
            "payer_id_hint": demand.payer_id_hint,
            "licence": demand.licence,
            "class": demand.class_,
            "won": demand.won,
            "due_on": demand.due_on.isoformat(),
            "place": demand.place,
        }
        bill = self._post("demand", "/demands", body, demand.key, 201).read(Bill)
        return ports.TaxBill(bill.bill_no, bill.won, bill.due_on, bill.pay_url)

    def status(self, bill_no: str) -> ports.TaxStatus:
        return self._bill("status", "GET", bill_no)

    def cancel(self, bill_no: str) -> ports.TaxStatus:
        return self._bill("cancel", "DELETE", bill_no)

    def notify_licence(self, notice: ports.LicenceNotice) -> ports.NoticeReceipt:
        body = {
            "event": notice.event.value,
            "licence": notice.licence,
            "licence_no": notice.licence_no,
            "class": notice.class_,
            "holder_name": notice.holder_name,
            "holder_id_hint": notice.holder_id_hint,
            "place": notice.place,
            "on": notice.on.isoformat(),
        }
        return ports.NoticeReceipt(
            self._post("notice", "/licences", body, notice.key, 202).read(Noticed).notice_no
        )

    def hand_over_closure(self, report: ports.ClosureReport) -> ports.NoticeReceipt:
        body = {
            "business_no": report.business_no,
            "holder_name": report.holder_name,
            "closed_on": report.closed_on.isoformat(),
            "filed_at": report.filed_at.isoformat(),
            "form": [{"name": f.name, "content": base64.b64encode(f.content).decode()} for f in report.form],
        }
        answer = self._post("closure", "/closures", body, report.key, 202)
        return ports.NoticeReceipt(answer.read(Noticed).notice_no)

    def read_callback(self, body: bytes, headers: Mapping[str, str]) -> ports.TaxSettlement:
        lowered = {name.lower(): value for name, value in headers.items()}
        if not shared_secret.is_genuine(self._secret, body, lowered.get(SIGNATURE_HEADER.lower(), "")):
            raise ForgedCallbackError("tax_office")
        try:
            said = Settlement.model_validate_json(body)
        except ValidationError:
            raise ForgedCallbackError("tax_office") from None
        return ports.TaxSettlement(said.bill_no, said.state, said.paid_at, said.receipt_no, said.won)

    def _post(self, name: str, url: str, body: object, key: str, status: int) -> Answer:
        return self._exchange.send(
            Call(name, "POST", url, json=body, changes=True, key=key, expects=(status,))
        )

    def _bill(self, name: str, method: str, bill_no: str) -> ports.TaxStatus:
        """Cancelling twice is cancelling once: the bill number is the key (RFC 9110 §9.2.2)."""
        call = Call(
            name,
            method,
            f"/bills/{quote(bill_no, safe='')}",
            changes=method == "DELETE",
            key=bill_no if method == "DELETE" else None,
            expects=(200, 404),
        )
        answer = self._exchange.send(call)
        if answer.status == 404:
            raise LinkageError("tax_office", NO_BILL, retryable=False)
        said = answer.read(Status)
        return ports.TaxStatus(said.state, said.paid_at, said.receipt_no, said.won)

"""행정정보 공동이용 over HTTP. The protocol is `assumed`: that of the Sharing Centre (전자정부법 §37) is not public.

POST /lookups   Idempotency-Key, {kind, subject_no, subject_name, purpose, consent_id, basis, scope}
                → 200 {found, facts, source, looked_up_at, reference_no} · 403 (no right to look)
GET  /account   → 200 · 401
"""

from typing import Self

from pydantic import AwareDatetime, BaseModel

from eok.linkage import configuration, ports
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import INTERACTIVE, Call, Exchange
from eok.linkage.known import require_known

NO_RIGHT = (
    "이 정보를 조회할 근거가 없습니다. 정보주체의 사전동의나 법령의 근거가 있어야 합니다(전자정부법 §42). "
    "동의를 받거나 서류를 받아 주세요."
)


class Found(BaseModel):
    found: bool
    facts: dict[str, str] = {}
    source: str
    looked_up_at: AwareDatetime
    reference_no: str


class Records(ports.SharedRecords):
    """`EOK_SHARED_RECORDS_URL`, `EOK_SHARED_RECORDS_SECRET`."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    @classmethod
    def from_settings(cls) -> Self:
        return cls(configuration.exchange("shared_records", "EOK_SHARED_RECORDS", INTERACTIVE))

    def check(self) -> None:
        require_known(self._exchange, "EOK_SHARED_RECORDS_SECRET")

    def look_up(self, lookup: ports.Lookup) -> ports.RecordFound | ports.RecordAbsent:
        if not lookup.consent_id and not lookup.basis:
            raise LinkageError("shared_records", NO_RIGHT, retryable=False)
        body = {
            "kind": lookup.kind,
            "subject_no": lookup.subject_no,
            "subject_name": lookup.subject_name,
            "purpose": lookup.purpose,
            "consent_id": lookup.consent_id,
            "basis": lookup.basis,
            "scope": list(lookup.scope),
        }
        answer = self._exchange.send(
            Call("look_up", "POST", "/lookups", json=body, key=lookup.key, expects=(200, 403))
        )
        if answer.status == 403:
            raise LinkageError("shared_records", NO_RIGHT, retryable=False)
        said = answer.read(Found)
        if not said.found:
            return ports.RecordAbsent(said.source, said.looked_up_at, said.reference_no)
        facts = {
            label: value for label, value in said.facts.items() if not lookup.scope or label in lookup.scope
        }
        return ports.RecordFound(facts, said.source, said.looked_up_at, said.reference_no)

"""The sharing centre: looks up with a consent or a legal basis only, and logs who looked (전자정부법 §42, §43①)."""

from html import escape
from typing import Any

from simulators import clock
from simulators.http import Refused, Request, Response, Route, as_json
from simulators.server import Options
from simulators.shared_records.registers import SOURCES, Registers
from simulators.shared_secret import require_caller
from simulators.simulator import Simulator
from simulators.store import Store


class Centre(Simulator):
    name = "shared_records"
    title = "시험용 행정정보 공동이용"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._secret = options.secret
        self._registers = Registers()

    def routes(self) -> list[Route]:
        return [
            Route("GET", "/account", self._account),
            Route("POST", "/lookups", self._lookup),
            Route("GET", "/lookups", self._log),
        ]

    def about(self) -> str:
        """The businesses one may try, and how often somebody looked."""
        with self.store.view() as data:
            count = len(data.get("log", {}))
        items = "".join(
            f"<li>{escape(b['name'])} · {escape(b['business_no'])} · 대표 {escape(b['owner'])} · {escape(b['state'])}</li>"
            for b in self._registers.everything()
        )
        return f"<h2>시험용 사업자</h2><ul>{items}</ul><p>지금까지 조회 {count}건</p>"

    def _account(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return as_json({"name": "시험용 민원센터"})

    def _lookup(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(lambda: self._looked_up(request.key(), request.json()))

    def _looked_up(self, key: str, wanted: dict[str, Any]) -> Response:
        kind, purpose = str(wanted.get("kind", "")), str(wanted.get("purpose", ""))
        if kind not in SOURCES or not purpose:
            raise Refused(422, "조회할 정보나 목적이 없습니다.")
        if not wanted.get("consent_id") and not wanted.get("basis"):
            raise Refused(403, "사전동의나 법령의 근거가 없습니다.")
        facts = self._registers.find(kind, str(wanted.get("subject_no", "")))
        entry = self._entry(key, {"kind": kind, "purpose": purpose, "consent_id": wanted.get("consent_id")})
        said = {"source": SOURCES[kind], "looked_up_at": entry["at"], "reference_no": entry["reference_no"]}
        scope = wanted.get("scope") or list(facts or {})
        shown = {label: value for label, value in (facts or {}).items() if label in scope}
        return as_json({"found": facts is not None, "facts": shown, **said})

    def _entry(self, key: str, what: dict[str, Any]) -> dict[str, Any]:
        """The line in the log; one per key."""
        with self.store.change() as data:
            log = data.setdefault("log", {})
            if key not in log:
                log[key] = {"reference_no": f"L{len(log) + 1:08d}", "at": clock.now().isoformat(), **what}
            entry: dict[str, Any] = log[key]
            return dict(entry)

    def _log(self, request: Request) -> Response:
        require_caller(self._secret, request)
        with self.store.view() as data:
            return as_json(list(data.get("log", {}).values()))

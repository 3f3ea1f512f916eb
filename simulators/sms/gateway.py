"""The gateway: one message per key, however often it is sent."""

import re
from typing import Any

from simulators import clock
from simulators.http import Refused, Request, Response, Route, as_json
from simulators.server import Options
from simulators.shared_secret import require_caller
from simulators.simulator import Simulator
from simulators.sms import inbox
from simulators.store import Data, Store

LONGEST_BYTES = 2000  # of a long message (LMS) in EUC-KR; 미확인 for any real gateway
MODE_OF_SUFFIX = {"91": "slow", "92": "error", "93": "drop"}
NO_SUCH_NUMBER, UNDELIVERED = "94", "95"


class Gateway(Simulator):
    name = "sms"
    title = "시험용 문자함"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._secret = options.secret

    def routes(self) -> list[Route]:
        return [
            Route("GET", "/desk", self._desk),
            Route("GET", "/account", self._account),
            Route("POST", "/messages", self._send),
            Route("GET", "/messages/{key}", self._outcome),
        ]

    def front(self, request: Request) -> Response:
        """The inbox. `?to=` shows one number, `?refresh=10` looks again by itself."""
        to = re.sub(r"\D", "", request.query.get("to", ""))
        with self.store.view() as data:
            body = inbox.page(_messages(data), to)
        seconds = request.query.get("refresh", "")
        again = {"Refresh": seconds} if seconds.isdecimal() and int(seconds) >= 5 else {}
        return self.html(self.title, body + '<p><a href="/desk">장애 흉내</a></p>', headers=again)

    def _desk(self, request: Request) -> Response:
        return self.html("장애 흉내", f"<h1>장애 흉내</h1>{self.desk()}")

    def _account(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return as_json({"name": "시험용 민원센터"})

    def _send(self, request: Request) -> Response:
        require_caller(self._secret, request)
        wanted = request.json()
        to = re.sub(r"\D", "", str(wanted.get("to", "")))
        mode = MODE_OF_SUFFIX.get(to[-2:])
        return self.modes.carry_out(lambda: self._take(request.key(), to, str(wanted.get("text", ""))), mode)

    def _take(self, key: str, to: str, text: str) -> Response:
        _require_sendable(to, text)
        with self.store.change() as data:
            taken = data.setdefault("by_key", {}).get(key)
            if taken is None:
                taken = data["by_key"][key] = _message(len(data["by_key"]) + 1, key, to, text)
        if (taken["to"], taken["text"]) != (to, text):
            raise Refused(409, "같은 key로 다른 문자를 보냈습니다.")
        return as_json({"provider_id": taken["provider_id"], "accepted_at": taken["accepted_at"]}, 202)

    def _outcome(self, request: Request, key: str) -> Response:
        require_caller(self._secret, request)
        with self.store.view() as data:
            found = data.get("by_key", {}).get(key)
        if found is None:
            raise Refused(404, "그런 문자를 받은 적이 없습니다.")
        return as_json({"state": found["state"], "reason": found["reason"]})


def _messages(data: Data) -> list[dict[str, Any]]:
    return list(data.get("by_key", {}).values())


def _require_sendable(to: str, text: str) -> None:
    if not re.fullmatch(r"0\d{8,10}", to) or to.endswith(NO_SUCH_NUMBER):
        raise Refused(422, "없는 번호입니다.")
    if not text or len(text.encode("cp949", "replace")) > LONGEST_BYTES:
        raise Refused(422, "내용이 없거나 너무 깁니다.")


def _message(number: int, key: str, to: str, text: str) -> dict[str, Any]:
    fails = to.endswith(UNDELIVERED)
    return {
        "provider_id": f"sms-{number:06d}",
        "key": key,
        "to": to,
        "text": text,
        "accepted_at": clock.now().isoformat(),
        "state": "failed" if fails else "delivered",
        "reason": "전원이 꺼져 있음" if fails else "",
    }

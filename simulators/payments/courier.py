"""Webhooks: told once, twice, late, never, before the money is taken, or with lies. Nobody signs them, as with the real one."""

import json
import threading
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from simulators import clock
from simulators.payments.ledger import Payment, shown

WEBHOOKS = {
    "once": "알림 한 번",
    "twice": "알림 두 번",
    "late": "늦은 알림",
    "never": "알림 없음",
    "false": "거짓 알림(내지 않은 것을 냈다고)",
}
ATTEMPTS = 3


@dataclass(frozen=True)
class Courier:
    """Where the word goes."""

    url: str

    def tell(self, payment: Payment, webhook: str, seconds: float) -> None:
        """Returns at once; the word goes out behind. `seconds` is how late a late one is."""
        if webhook == "never" or not self.url:
            return
        said = {**shown(payment), "status": "DONE"} if webhook == "false" else shown(payment)
        wait, times = (seconds if webhook == "late" else 0.0), (2 if webhook == "twice" else 1)
        threading.Thread(target=self._carry, args=(_body(said), times, wait), daemon=True).start()

    def _carry(self, body: bytes, times: int, wait: float) -> None:
        threading.Event().wait(wait)
        for _ in range(times):
            self._deliver(body)

    def _deliver(self, body: bytes) -> None:
        """Until the portal says 200; the real one tries again over days."""
        for attempt in range(ATTEMPTS):
            if self._post(body) == 200:
                return
            threading.Event().wait(0.3 * 2**attempt)

    def _post(self, body: bytes) -> int | None:
        parts = urlsplit(self.url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        line = kind(parts.netloc, timeout=10)
        try:
            line.request("POST", parts.path or "/", body, {"Content-Type": "application/json"})
            return line.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            line.close()


def _body(said: dict[str, Any]) -> bytes:
    word = {"eventType": "PAYMENT_STATUS_CHANGED", "createdAt": clock.now().isoformat(), "data": said}
    return json.dumps(word, ensure_ascii=False).encode()

"""Tells the portal of a payment, signed; as often, as late and as truthfully as it was told to."""

import json
import threading
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from simulators.shared_secret import signature
from simulators.tax_office.bills import Paid

SETTLEMENTS = {
    "once": "알림 한 번",
    "twice": "알림 두 번",
    "late": "늦은 알림",
    "never": "알림 없음(조회하면 보임)",
    "early": "조회보다 알림이 먼저",
    "lost": "알림도 조회도 없음",
    "forged": "서명이 틀린 알림",
    "short": "금액이 다른 알림",
}
ATTEMPTS = 5


@dataclass(frozen=True)
class Courier:
    """Where the word goes, and the secret that signs it."""

    url: str
    secret: str

    def tell(self, paid: Paid, settlement: str, seconds: float) -> None:
        """Returns at once; the word goes out behind. `seconds` is how late a late one is."""
        if settlement in ("never", "lost") or not self.url:
            return
        wait = seconds if settlement == "late" else 0.0
        times = 2 if settlement == "twice" else 1
        body = _body(paid, short=settlement == "short")
        forged = settlement == "forged"
        threading.Thread(target=self._carry, args=(body, times, wait, forged), daemon=True).start()

    def _carry(self, body: bytes, times: int, wait: float, forged: bool) -> None:
        threading.Event().wait(wait)
        for _ in range(times):
            self._deliver(body, forged)

    def _deliver(self, body: bytes, forged: bool) -> None:
        """Until the portal says 2xx, with longer and longer pauses; a refusal (4xx) is final."""
        for attempt in range(ATTEMPTS):
            answered = self._post(body, signature("somebody-else" if forged else self.secret, body))
            if answered is not None and answered < 500:
                return
            threading.Event().wait(0.5 * 2**attempt)

    def _post(self, body: bytes, signed: str) -> int | None:
        parts = urlsplit(self.url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        line = kind(parts.netloc, timeout=10)
        try:
            headers = {"Content-Type": "application/json", "X-Eok-Signature": signed}
            line.request("POST", parts.path or "/", body, headers)
            return line.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            line.close()


def _body(paid: Paid, *, short: bool) -> bytes:
    return json.dumps(
        {
            "bill_no": paid.bill_no,
            "state": "paid",
            "paid_at": paid.paid_at.isoformat(),
            "receipt_no": paid.receipt_no,
            "won": paid.won // 10 if short else paid.won,
        }
    ).encode()

"""The one way out of the house: every adapter speaks through an `Exchange`.

It keeps the stopwatch, the time limits, the bounded retries, the breaker and the outcome log, so that no
adapter can forget them. The log names system, operation, outcome and time; never an address with its
query, a body, a header or a key: personal data stays out (개인정보 보호법 §29).
"""

import logging
import random
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

from eok.linkage.answer import Answer, receive
from eok.linkage.breaker import Breaker
from eok.linkage.errors import LinkageError, OutcomeUnknownError
from eok.linkage.faults import Fault, of_status, of_transport
from eok.linkage.sentences import sentence
from eok.linkage.timely import Deadline, Transport

KEY_HEADER = "Idempotency-Key"
SIMULATOR_HEADER = "X-Eok-Simulator"
"""Simulators mark every answer with it; production turns away from whoever sends it."""

log = logging.getLogger("eok.linkage")


@dataclass(frozen=True)
class Patience:
    """How long and how often. Seconds."""

    connect_seconds: float = 3.0
    read_seconds: float = 10.0
    whole_seconds: float = 25.0
    """All attempts of one call together, pauses included."""
    attempts: int = 3
    pause_seconds: float = 0.2
    """Longest first pause; it doubles, and the actual one is drawn below it so that callers spread out."""


INTERACTIVE = Patience(read_seconds=5.0, whole_seconds=8.0, attempts=2)
"""For calls somebody waits for in front of a page: a web process serves one request at a time."""


@dataclass(frozen=True)
class Call:
    """One request, as the adapter means it."""

    name: str
    """Operation, for the log: `demand`, not the path."""
    method: str
    url: str
    """A path below the base address, or a whole address."""
    json: object = None
    form: Mapping[str, str] | None = None
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    changes: bool = False
    """Something happens there; without a key it is sent once only."""
    key: str | None = None
    expects: tuple[int, ...] = (200,)
    """Statuses the adapter reads itself; any other is an error."""

    @property
    def repeatable(self) -> bool:
        return not self.changes or self.key is not None


class Exchange:
    """A line to one outside system; safe between threads."""

    def __init__(
        self,
        system: str,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        patience: Patience | None = None,
        breaker: Breaker | None = None,
        allow_simulator: bool = False,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.system = system
        self.base_url = base_url.rstrip("/")
        self._headers = dict(headers or {})
        self.patience = patience or Patience()
        self._breaker = breaker or Breaker()
        self._allow_simulator = allow_simulator
        self._pause = pause
        self._lock = threading.Lock()
        self._deadline = Deadline()
        self._client: httpx.Client | None = None

    def send(self, call: Call) -> Answer:
        """Send, patiently. Raises LinkageError or, when a change may have happened, OutcomeUnknownError."""
        started = time.monotonic()
        attempt = 0
        try:
            while True:
                attempt += 1
                try:
                    answer = self._once(call, started)
                    break
                except Fault as fault:
                    self._rest_or_give_up(call, fault, attempt, started)
        except LinkageError as error:
            self._record(call, type(error).__name__, attempt, started)
            raise
        self._record(call, str(answer.status), attempt, started)
        return answer

    def _once(self, call: Call, started: float) -> Answer:
        if not self._breaker.admits():
            raise LinkageError(self.system, sentence(self.system, "resting"), retryable=True)
        try:
            answer = self._transfer(call, started)
        except BaseException:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        self._refuse_simulator(answer)
        if answer.status not in call.expects:
            raise LinkageError(self.system, sentence(self.system, "refused"), retryable=False)
        return answer

    def _transfer(self, call: Call, started: float) -> Answer:
        client = self._connected()
        request = client.build_request(
            call.method,
            call.url if "://" in call.url else self.base_url + call.url,
            json=call.json,
            data=call.form,
            params=call.params,
            headers={**self._headers, **call.headers, **({KEY_HEADER: call.key} if call.key else {})},
        )
        ends_at = started + self.patience.whole_seconds
        try:
            with self._deadline.until(ends_at):
                answer = receive(client, request, self.system, ends_at)
        except httpx.TransportError as error:
            raise of_transport(error) from error
        fault = None if answer.status in call.expects else of_status(answer)
        if fault:
            raise fault
        return answer

    def _rest_or_give_up(self, call: Call, fault: Fault, attempt: int, started: float) -> None:
        """Pause before the next attempt, or raise what the caller shall see."""
        pause = max(random.uniform(0, self.patience.pause_seconds * 2 ** (attempt - 1)), fault.wait_seconds)
        late = time.monotonic() - started + pause >= self.patience.whole_seconds
        may_repeat = call.repeatable or not fault.reached
        if may_repeat and attempt < self.patience.attempts and not late:
            self._pause(pause)
            return
        if call.changes and fault.reached:
            raise OutcomeUnknownError(self.system, sentence(self.system, "unknown")) from fault
        raise LinkageError(self.system, sentence(self.system, fault.reason), retryable=True) from fault

    def _refuse_simulator(self, answer: Answer) -> None:
        if SIMULATOR_HEADER in answer.headers and not self._allow_simulator:
            raise LinkageError(self.system, sentence(self.system, "simulator"), retryable=False)

    def _connected(self) -> httpx.Client:
        """The client is made at the first call: forks must not share it, and its TLS context is dear.

        Authorities are those of the operating system, where an operator adds the government's; proxies in
        the environment are not used, so that nobody's variable redirects personal data.
        """
        with self._lock:
            if self._client is None:
                self._client = httpx.Client(
                    transport=Transport(ssl.create_default_context(), self._deadline),
                    trust_env=False,
                    follow_redirects=False,
                    timeout=httpx.Timeout(self.patience.read_seconds, connect=self.patience.connect_seconds),
                )
            return self._client

    def _record(self, call: Call, outcome: str, attempts: int, started: float) -> None:
        took = round((time.monotonic() - started) * 1000)
        log.info(
            "system=%s call=%s outcome=%s attempts=%d ms=%d", self.system, call.name, outcome, attempts, took
        )

"""Clients that act until the house says it is done, and write each acknowledgement into a log of their own, synced."""

import os
import secrets
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from benchmarks.client import Client, ConnectionLostError

PAUSE_SECONDS = 0.1
CONFLICT = 409
DONE = 302


@dataclass(frozen=True)
class Act:
    """One press of one button."""

    verb: str
    """As the case's event will have it."""
    draft: str
    path: str
    session: str
    form: Mapping[str, str] = field(default_factory=dict)

    def headers(self, token: str) -> dict[str, str]:
        return {"Cookie": f"eok_session={self.session}; eok_csrf={token}", "Accept-Encoding": "br"}


class Hand(threading.Thread):
    """Does its acts one after the other; an act whose outcome is unknown is done again."""

    def __init__(self, url: str, acts: Sequence[Act], log: Path, deadline: float) -> None:
        super().__init__(daemon=True)
        self.unknown = 0
        self.done = 0
        self.answers: Counter[tuple[str, int | None]] = Counter()
        """How often each verb was answered with which status; None: not at all."""
        self._url, self._acts, self._log, self._deadline = url, acts, log, deadline
        self._pause = threading.Event()
        self._token = secrets.token_hex(16)

    def run(self) -> None:
        with Client(self._url, seconds=30) as client, self._log.open("ab", buffering=0) as log:
            for act in self._acts:
                maybe = False
                while monotonic() < self._deadline:
                    status = self._press(client, act)
                    self.answers[act.verb, status] += 1
                    if status == DONE or (status == CONFLICT and maybe):
                        self._note(log.fileno(), act)
                        break
                    maybe = maybe or status is None or status == 503
                    self._pause.wait(PAUSE_SECONDS)

    def _press(self, client: Client, act: Act) -> int | None:
        """The status; None when the line broke, and it may or may not have happened."""
        form = {"csrfmiddlewaretoken": self._token, **act.form}
        try:
            return client.post(act.path, form, act.headers(self._token)).status
        except (ConnectionLostError, OSError) as error:
            self.unknown += not isinstance(error, ConnectionRefusedError)
            return None

    def _note(self, fd: int, act: Act) -> None:
        os.write(fd, f"{act.verb} {act.draft}\n".encode())
        os.fsync(fd)
        self.done += 1


def acknowledged(logs: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Verb and draft of each acknowledgement, as the clients' own logs have it."""
    for log in logs:
        for line in log.read_text(encoding="utf-8").splitlines():
            verb, draft = line.split(" ")
            yield verb, draft

"""Residents who press 제출 until the house says that it has their application."""

import threading
from collections.abc import Sequence
from time import monotonic
from urllib.parse import urlencode

from benchmarks.client import Answer, Client, ConnectionLostError
from benchmarks.signed import Signed

PATIENCE_SECONDS = 100
PAUSE_SECONDS = 0.1


def submit(client: Client, one: Signed) -> Answer:
    """Press 제출 once."""
    return client.post(one.path, one.form, one.headers)


def request(client: Client, one: Signed) -> bytes:
    """The bytes of that press."""
    headers = {**one.headers, "Content-Type": "application/x-www-form-urlencoded"}
    return client.request("POST", one.path, headers, urlencode(one.form).encode())


def was_acknowledged(answer: Answer, one: Signed) -> bool:
    """The house says: filed."""
    return answer.status == 302 and answer.header("location").endswith(f"/drafts/{one.draft_id}/done/")


def press(client: Client, one: Signed) -> Answer:
    """As `submit`, with an answer to be read."""
    return client.post(one.path, one.form, {**one.headers, "Accept-Encoding": "identity"})


def is_plain_refusal(answer: Answer) -> bool:
    """A page people can read, that says that nothing was saved."""
    text = answer.body.decode()
    return (
        answer.status == 503 and "저장되지 않았습니다" in text and "<h1" in text and "Traceback" not in text
    )


class Resident(threading.Thread):
    """Files one draft after the other; a press whose outcome is unknown is pressed again."""

    def __init__(self, url: str, drafts: Sequence[Signed]) -> None:
        super().__init__(daemon=True)
        self.acknowledged: list[str] = []
        """Ids of drafts."""
        self.unknown = 0
        """Presses that were cut off before an answer."""
        self.refused: list[int] = []
        """Statuses of answers that were no acknowledgement."""
        self._url, self._drafts = url, drafts
        self._pause = threading.Event()

    def run(self) -> None:
        deadline = monotonic() + PATIENCE_SECONDS
        with Client(self._url, seconds=20) as client:
            for one in self._drafts:
                while monotonic() < deadline and not self._press(client, one):
                    self._pause.wait(PAUSE_SECONDS)

    def _press(self, client: Client, one: Signed) -> bool:
        try:
            answer = submit(client, one)
        except ConnectionLostError:
            self.unknown += 1
            return False
        except OSError as error:  # nobody listens at the moment, or the connection was reset under way
            self.unknown += not isinstance(error, ConnectionRefusedError)
            return False
        if was_acknowledged(answer, one):
            self.acknowledged.append(one.draft_id)
            return True
        self.refused.append(answer.status)
        return False

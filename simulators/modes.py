"""How a simulator misbehaves when told to: every way an outside system fails that we must live with."""

import threading
from collections.abc import Callable

from simulators.http import Dropped, Refused, Response

WORDS = {
    "ok": "정상",
    "slow": "늦게 답함",
    "error": "장애(500)",
    "busy": "점검 중(503)",
    "drop": "처리하고 답하지 않음",
    "lose": "처리하지 않고 답하지 않음",
}


class Modes:
    """The current mode of one simulator; set by `POST /control`."""

    def __init__(self) -> None:
        self.mode = "ok"
        self.seconds = 12.0
        """How late the slow mode is; longer than the 10 seconds eok waits."""

    def set(self, mode: str | None, seconds: float | None) -> None:
        if mode is not None:
            if mode not in WORDS:
                raise Refused(422, f"모르는 방식입니다: {mode}")
            self.mode = mode
        if seconds is not None:
            self.seconds = seconds

    def carry_out(self, work: Callable[[], Response], mode: str | None = None) -> Response:
        """Do the work as the mode (the current one, or `mode`) has it."""
        mode = mode or self.mode
        if mode == "error":
            raise Refused(500, "시험용 장애입니다.")
        if mode == "busy":
            raise Refused(503, "시험용 점검 중입니다.")
        if mode == "lose":
            raise Dropped
        response = work()
        if mode == "slow":
            threading.Event().wait(self.seconds)
        if mode == "drop":
            raise Dropped
        return response

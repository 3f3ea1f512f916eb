"""A database that is away or full does not end the worker: five quick ends of it would end the house."""

import signal
from collections.abc import Callable
from threading import Thread

import pytest
from django.db import OperationalError, connection

from eok.core.outbox import loop, worker
from eok.core.outbox.loop import Loop

TROUBLES = 8


def test_it_tries_again_until_it_works(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[int] = []
    running = Loop()

    def run_schedules() -> int:
        tried.append(1)
        if len(tried) <= TROUBLES:
            raise OperationalError("the server is away")
        running.stop()
        return 0

    monkeypatch.setattr(loop, "TROUBLE_SECONDS", (0.0,))
    monkeypatch.setattr(signal, "signal", _nothing)
    monkeypatch.setattr(worker, "run_schedules", run_schedules)
    monkeypatch.setattr(worker, "work_once", lambda: 1)
    monkeypatch.setattr(connection, "close", lambda: None)

    _in_time(running.run)

    assert len(tried) == TROUBLES + 1
    assert caplog.text.count("the server is away") == TROUBLES


def _nothing(number: int, handler: object) -> None:
    return None


def _in_time(work: Callable[[], None]) -> None:
    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()

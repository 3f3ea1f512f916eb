"""Waiting for work: PostgreSQL wakes us by NOTIFY, on SQLite we look four times a second."""

import select
import signal
import threading

from django.db import close_old_connections, connection

from eok.core import outbox
from eok.core.outbox import worker

LOOK_SECONDS = 0.25
SCHEDULE_SECONDS = 5.0


class Loop:
    """Runs until told to stop; SIGTERM lets the job at hand end."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def stop(self, *_: object) -> None:
        self._stop.set()

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        since_schedule = SCHEDULE_SECONDS
        while not self._stop.is_set():
            if since_schedule >= SCHEDULE_SECONDS:
                worker.run_schedules()
                since_schedule = 0.0
            if not worker.work_once():
                close_old_connections()
                self._wait()
            since_schedule += LOOK_SECONDS

    def _wait(self) -> None:
        if connection.vendor != "postgresql":
            self._stop.wait(LOOK_SECONDS)
            return
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {outbox.CHANNEL}")
        if connection.connection is not None:
            select.select([connection.connection.fileno()], [], [], LOOK_SECONDS)

"""Waiting for work: PostgreSQL wakes us by NOTIFY, on SQLite (and behind a pooler, where nobody may listen) we
look four times a second. A database that is away or full is waited for: a worker that ended each time would
end the house.
"""

import logging
import select
import signal
import threading

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from eok.core import outbox
from eok.core.outbox import worker

log = logging.getLogger("eok.outbox")

LOOK_SECONDS = 0.25
SCHEDULE_SECONDS = 5.0
TROUBLE_SECONDS = (0.5, 1, 2, 5)
"""Between two tries while the database can't be reached or written."""


class Loop:
    """Runs until told to stop; SIGTERM lets the job at hand end."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._since_schedule = SCHEDULE_SECONDS

    def stop(self, *_: object) -> None:
        self._stop.set()

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        trouble = 0
        while not self._stop.is_set():
            try:
                self._round()
                trouble = 0
            except (DatabaseError, InterfaceError) as error:
                log.warning("database: %s: %s", type(error).__name__, error)
                connection.close()
                self._stop.wait(TROUBLE_SECONDS[min(trouble, len(TROUBLE_SECONDS) - 1)])
                trouble += 1

    def _round(self) -> None:
        """What is due now, or a short wait."""
        if self._since_schedule >= SCHEDULE_SECONDS:
            worker.run_schedules()
            self._since_schedule = 0.0
        if not worker.work_once():
            close_old_connections()
            self._wait()
        self._since_schedule += LOOK_SECONDS

    def _wait(self) -> None:
        if connection.vendor != "postgresql" or settings.EOK_DATABASE_POOLER:
            self._stop.wait(LOOK_SECONDS)
            return
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {outbox.CHANNEL}")
        if connection.connection is not None:
            select.select([connection.connection.fileno()], [], [], LOOK_SECONDS)

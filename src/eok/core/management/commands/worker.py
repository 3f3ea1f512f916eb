"""`./eok worker`: do the jobs of the outbox until told to stop."""

import os
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand

from eok.core.outbox.loop import Loop
from eok.core.postgresql import process
from eok.core.soundness import load_pages, require_sound
from eok.core.sqlite import queue

NICENESS = 5
"""Who waits in front of a page comes before what is done later (docs/performance.md)."""


class Command(BaseCommand):
    help = "뒤에 이어질 일(문자, 발급, 세금 통보)을 합니다"

    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        process.be(process.WORKER)
        require_sound()
        load_pages()
        os.nice(NICENESS)
        queue.step_back()
        with suppress(OSError):  # a full disk under the log
            self.stdout.write("ready")
            self.stdout.flush()
        Loop().run()

"""The worker's part: once an hour end what may be ended, a few records at a time, in quiet transactions."""

from collections.abc import Mapping
from typing import Any

from eok.core import outbox
from eok.retention import access_log, residue
from eok.retention.actions.end import end_due

JOB = "retention.end_due"
EVERY_SECONDS = 3600
AT_ONCE = 200
"""Records of one run: each costs a few milliseconds, and the lease of a job is a minute."""


@outbox.job(JOB, outside=True)
def run(payload: Mapping[str, Any]) -> None:
    """Recurring, and safe at any time: what was ended is not found again."""
    if end_due(limit=AT_ONCE):
        residue.fold_log()
    access_log.delete_old()

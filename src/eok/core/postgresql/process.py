"""What kind of process we are: how long the server lets it run, wait and stay idle, and under which name it is seen.

A page may not hold others up for long; a job may take longer; a migration takes as long as it takes. The
operator reads the name in `pg_stat_activity.application_name`. Reasons: docs/decisions/0029.
"""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Process:
    """Seconds; 0 means without end."""

    name: str
    statement: int
    """One statement (statement_timeout)."""
    lock: int
    """Waiting for somebody else's row or table (lock_timeout)."""
    idle_in_transaction: int
    """A transaction in which nobody asks anything (idle_in_transaction_session_timeout)."""
    pools: bool
    """Keeps its connections in a pool."""

    @property
    def application_name(self) -> str:
        return f"eok {self.name} {os.getpid()}"

    def settings(self) -> dict[str, str]:
        """As PostgreSQL spells them."""
        return {
            "statement_timeout": f"{self.statement}s",
            "lock_timeout": f"{self.lock}s",
            "idle_in_transaction_session_timeout": f"{self.idle_in_transaction}s",
        }


WEB = Process("web", statement=20, lock=10, idle_in_transaction=30, pools=True)
WORKER = Process("worker", statement=120, lock=30, idle_in_transaction=300, pools=True)
COMMAND = Process("command", statement=0, lock=0, idle_in_transaction=0, pools=False)
"""Migrations, back-ups, whatever an operator starts and watches."""

_ours = COMMAND


def be(kind: Process) -> None:
    """Said once, before the first connection."""
    global _ours
    _ours = kind


def ours() -> Process:
    return _ours

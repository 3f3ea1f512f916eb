"""DatabaseWrapper: connections that end what takes too long, come back after the server did, and say when a
commit's outcome is unknown.

Behind a pooler that hands out a connection per transaction (PgBouncer) nothing may be left in a session:
then the time-outs are said anew in each transaction (`SET LOCAL`).
"""

from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import InterfaceError, OperationalError

from eok.core.postgresql.errors import CommitUnknownError
from eok.core.postgresql.process import Process, ours

POOLER = "pooler"
"""Our own entry beside Django's in OPTIONS: a pooler per transaction stands in between."""
LINE = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""Seconds, the last one milliseconds: a server that vanished is noticed in half a minute, not in two hours."""


class DatabaseWrapper(base.DatabaseWrapper):
    @property
    def pool(self) -> Any:
        """Only who lives long keeps one; a command's connection ends with the command."""
        return super().pool if ours().pools else None

    @property
    def behind_pooler(self) -> bool:
        return bool(self.settings_dict["OPTIONS"].get(POOLER))

    def get_connection_params(self) -> dict[str, Any]:
        """What the operator wrote into the address stands above ours."""
        chosen = super().get_connection_params()
        chosen.pop(POOLER, None)
        params = {**LINE, "application_name": ours().application_name, **chosen}
        if not self.behind_pooler:
            params["options"] = f"{_words(ours())} {chosen.get('options', '')}".strip()
        return params

    def set_autocommit(
        self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False
    ) -> None:
        """Django's beginning of a transaction."""
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        if not autocommit and self.behind_pooler:
            self._say_time_outs()

    def _say_time_outs(self) -> None:
        with self.cursor() as cursor:
            cursor.execute(
                "; ".join(f"SET LOCAL {name} = '{value}'" for name, value in ours().settings().items())
            )

    def _commit(self) -> Any:
        """Raises CommitUnknownError when the line broke meanwhile."""
        try:
            return super()._commit()  # type: ignore[misc]  # django-stubs leaves it out
        except (OperationalError, InterfaceError) as error:
            if self.connection is None or self.connection.broken or self.connection.closed:
                raise CommitUnknownError from error
            raise


def _words(process: Process) -> str:
    return " ".join(f"-c {name}={value}" for name, value in process.settings().items())

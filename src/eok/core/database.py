"""Which databases there are: one for what must not be lost, one for what may (sessions, `gate`).

On SQLite the second is a file of its own, so that a page view never waits behind a filing; on
PostgreSQL both names lead to the same server. Figures behind the settings: `docs/performance.md`; pool and
time-outs: docs/decisions/0029.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

TRANSIENT = "transient"
"""Alias of the database for sessions and what the gate remembers (SQLite only)."""
SQLITE_FILE = "eok.sqlite3"
"""Below the state folder."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # what was acknowledged survives a power cut
    "PRAGMA foreign_keys=ON;"
    "PRAGMA cache_size=-65536;"
    "PRAGMA temp_store=MEMORY;"
)


POOL_WAIT_SECONDS = 3
"""So long a page waits for a connection, be it that all are taken or that the server is away."""


def databases(
    url: str, state_dir: Path, *, pool: int = 0, pooler: bool = False
) -> dict[str, dict[str, object]]:
    """Django's DATABASES for `EOK_DATABASE_URL` (empty: SQLite files under the state directory).

    pool, pooler: as `postgresql` has them.
    """
    if url:
        return {"default": postgresql(url, pool=pool, pooler=pooler)}
    state_dir.mkdir(parents=True, exist_ok=True)
    transient = _PRAGMAS.replace("synchronous=FULL", "synchronous=NORMAL")
    return {
        "default": sqlite(state_dir / SQLITE_FILE),
        TRANSIENT: sqlite(state_dir / "transient.sqlite3", transient),
    }


def sqlite(path: Path, pragmas: str = _PRAGMAS) -> dict[str, object]:
    """Settings of one file."""
    return {
        "ENGINE": "eok.core.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": pragmas},
        "TEST": {"NAME": str(path.with_suffix(".test.sqlite3")), "DEPENDENCIES": []},
    }


def postgresql(url: str, *, pool: int = 0, pooler: bool = False) -> dict[str, object]:
    """Settings of one server, as `EOK_DATABASE_URL` names it. Raises ValueError.

    pool: connections a process keeps, at most; 0: one for each thread, without a pool.
    pooler: something in between (PgBouncer) hands out a connection per transaction.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(f"EOK_DATABASE_URL은 postgresql://로 시작합니다: {parts.scheme}")
    pairs = (pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    query = {name: unquote(value) for name, value in pairs}
    host = query.pop("host", "") or parts.hostname or ""
    return {
        "ENGINE": "eok.core.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0 if pool else None,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": pooler,
        "OPTIONS": {**query, **(_pool(pool) if pool else {}), **({"pooler": True} if pooler else {})},
    }


def _pool(size: int) -> dict[str, object]:
    """Ready before the first page; a connection older than an hour is made anew."""
    return {"pool": {"min_size": 1, "max_size": size, "timeout": POOL_WAIT_SECONDS, "max_lifetime": 3600}}


class TransientRouter:
    """Sends sessions and what the gate remembers to the transient database where there is one."""

    tables = frozenset({"sessions", "gate"})

    def _alias(self, app_label: str) -> str | None:
        from django.conf import settings

        if TRANSIENT not in settings.DATABASES:
            return None
        return TRANSIENT if app_label in self.tables else "default"

    def db_for_read(self, model: type, **hints: object) -> str | None:
        return self._alias(model._meta.app_label)  # type: ignore[attr-defined]  # a model class

    def db_for_write(self, model: type, **hints: object) -> str | None:
        return self._alias(model._meta.app_label)  # type: ignore[attr-defined]  # a model class

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool | None:
        alias = self._alias(app_label)
        return None if alias is None else db == alias

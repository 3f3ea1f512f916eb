"""Behind PgBouncer, which hands out a connection per transaction, nothing of ours is left in a session."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import transaction

from eok.core.launch.packages import find
from eok.core.launch.plan import LOOPBACK
from eok.core.launch.ports import free_port
from eok.core.postgresql import process
from tests.core.postgresql.conftest import ALIAS, Connect
from tests.core.postgresql.test_time_outs import asked

PATIENCE_SECONDS = 30
GLANCE_SECONDS = 0.05

pytestmark = pytest.mark.postgres


@pytest.fixture
def pooler(server: str, tmp_path: Path) -> Iterator[str]:
    """The address of a PgBouncer with one connection to the server, for everybody."""
    place, port = urlsplit(server), free_port(LOOPBACK, 0)
    settings = tmp_path / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\npostgres = host={place.hostname} port={place.port} user=postgres\n"
        f"[pgbouncer]\nlisten_addr = {LOOPBACK}\nlisten_port = {port}\nauth_type = any\n"
        "pool_mode = transaction\ndefault_pool_size = 1\nunix_socket_dir =\n"
    )
    folders = [tmp_path, *tmp_path.parents[:2]]
    for folder in folders:
        folder.chmod(0o755)
    words = ["-u", "postgres"] if os.geteuid() == 0 else []
    with subprocess.Popen(
        [str(find("pgbouncer")), "-q", *words, str(settings)], stderr=subprocess.DEVNULL
    ) as process_:
        url = f"postgresql://postgres@{LOOPBACK}:{port}/postgres"
        _await(url)
        yield url
        process_.terminate()


def _await(url: str) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            Event().wait(GLANCE_SECONDS)
        else:
            return


def test_time_outs_hold_in_a_transaction_and_not_beyond(pooler: str, connect: Connect) -> None:
    with connect(pooler, pooler=True) as connection:
        with transaction.atomic(using=ALIAS):
            within = asked(connection, "SHOW lock_timeout")
        with psycopg.connect(pooler, autocommit=True) as another:
            row = another.execute("SHOW lock_timeout").fetchone()

    assert within == f"{process.WEB.lock}s"
    assert row == ("0",)


def test_the_same_statement_again_and_again_is_no_prepared_one(pooler: str, connect: Connect) -> None:
    with connect(pooler, pooler=True) as connection:
        for number in range(20):
            with transaction.atomic(using=ALIAS), connection.cursor() as cursor:
                cursor.execute("SELECT %s::int", [number])
                assert cursor.fetchone() == (number,)
        kept = asked(connection, "SELECT count(*) FROM pg_prepared_statements")

    assert kept == "0"

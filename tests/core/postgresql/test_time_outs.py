"""The server ends what takes too long, by what kind of process asks; a commit nobody heard of is said to be unknown."""

from dataclasses import replace

import psycopg
import pytest
from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from eok.core.postgresql import process
from eok.core.postgresql.errors import CommitUnknownError
from eok.krds.middleware import translate
from tests.core.postgresql.conftest import ALIAS, Connect

pytestmark = pytest.mark.postgres


def asked(connection: BaseDatabaseWrapper, question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("kind", "statement", "lock", "idle"),
    [
        (process.WEB, "20s", "10s", "30s"),
        (process.WORKER, "2min", "30s", "5min"),
        (process.COMMAND, "0", "0", "0"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_each_kind_has_its_own(
    server: str, connect: Connect, kind: process.Process, statement: str, lock: str, idle: str
) -> None:
    with connect(server, kind) as connection:
        assert asked(connection, "SHOW statement_timeout") == statement
        assert asked(connection, "SHOW lock_timeout") == lock
        assert asked(connection, "SHOW idle_in_transaction_session_timeout") == idle
        assert asked(connection, "SHOW application_name").startswith(f"eok {kind.name} ")


def test_a_statement_that_takes_too_long_becomes_a_plain_page(server: str, connect: Connect) -> None:
    with connect(server, replace(process.WEB, statement=1)) as connection:
        with pytest.raises(OperationalError) as ended:
            asked(connection, "SELECT pg_sleep(30)")

        told = translate(ended.value)
        assert told is not None and told.status == 503
        assert "저장되지 않았습니다" in told.message
        assert asked(connection, "SELECT 1") == "1"


def test_what_the_operator_wrote_into_the_address_stands(server: str, connect: Connect) -> None:
    with connect(f"{server}?options=-c%20statement_timeout%3D7s&application_name=ours") as connection:
        assert asked(connection, "SHOW application_name") == "ours"
        assert asked(connection, "SHOW statement_timeout") == "7s"
        assert asked(connection, "SHOW lock_timeout") == "10s"


def test_a_line_cut_before_the_commit_leaves_its_outcome_open(server: str, connect: Connect) -> None:
    with connect(server) as connection, psycopg.connect(server, autocommit=True) as operator:
        with pytest.raises(CommitUnknownError) as ended, transaction.atomic(using=ALIAS):
            backend = asked(connection, "SELECT pg_backend_pid()")
            operator.execute("SELECT pg_terminate_backend(%s, 5000)", [int(backend)])

        told = translate(ended.value)
        assert told is not None and told.status == 503
        assert "저장되었는지 아직 알 수 없습니다" in told.message

"""The PostgreSQL of a test run answers while it is needed and leaves nothing behind."""

from pathlib import Path

import psycopg
import pytest

from eok.core.launch.cluster import temporary_cluster


@pytest.mark.postgres
def test_a_cluster_lives_as_long_as_it_is_needed() -> None:
    with temporary_cluster() as address, psycopg.connect(address) as connection:
        row = connection.execute("SHOW data_directory").fetchone()

    assert row is not None
    assert not Path(row[0]).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)

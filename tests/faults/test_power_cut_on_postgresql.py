"""The power goes at any moment under PostgreSQL: what was acknowledged is there afterwards, nothing half-written.

As on SQLite (`test_power_cut_on_sqlite.py`): the server's own writes and syncs are recorded, its folder is built
again as it could have been found, the server mends it by itself, and amcheck reads every page and index.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

import psycopg
import pytest

from eok.core.launch.cluster import Cluster, empty_cluster
from eok.core.launch.errors import LaunchError
from tests.faults import recording, system_calls
from tests.faults.cuts import ACKNOWLEDGED, ACTS, SEED, TABLES, Found, after_each_cut, file_some, sound
from tests.faults.disk import copy_of
from tests.faults.talking import Talk, run, talking

CUTS = 6
PATIENCE_SECONDS = 60
GLANCE_SECONDS = 0.1

pytestmark = [system_calls.needs_strace(), pytest.mark.postgres]


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """Ended, with tables; page checksums on, journal in pieces of 1 MB so that some are used again."""
    with empty_cluster() as made:
        made.make("-k", "--wal-segsize=1")
        made.start()
        for words in TABLES:
            if "--database=transient" not in words:
                run(words, {"EOK_DATABASE_URL": made.url, "EOK_STATE_DIR": str(made.folder / "state")})
        made.stop()
        made.start()  # mends itself once, so that the base is whole
        made.stop("fast")
        yield made


@contextmanager
def recorded(server: Cluster, log: Path, *words: str) -> Iterator[None]:
    """The server runs and every process of its is watched."""
    command = [*recording.command(log), *server.command(*words)]
    with subprocess.Popen(
        command, cwd=server.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _await(server)
        try:
            yield
        finally:
            server.stop()
            process.wait(PATIENCE_SECONDS)


def _await(server: Cluster) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        try:
            psycopg.connect(server.url).close()
        except psycopg.OperationalError:
            Event().wait(GLANCE_SECONDS)
        else:
            return


def cuts(server: Cluster, folder: Path, *words: str) -> list[Found]:
    """words: of the server."""
    base, log = folder / "base", folder / "calls"
    shutil.copytree(server.data, base)
    house = {"EOK_DATABASE_URL": server.url, "EOK_STATE_DIR": str(folder / "state")}
    with recorded(server, log, *words), talking("tests.faults.filer", house) as filer:
        file_some(filer)
    copy_of(base, server.data)
    operations = list(recording.read(log, server.data, ACKNOWLEDGED))
    try:
        with talking("tests.faults.examiner", house) as examiner:
            return after_each_cut(
                operations, base, server.data, lambda: reopened(server, examiner), cuts=CUTS
            )
    finally:
        copy_of(base, server.data)
        server.own()


def reopened(server: Cluster, examiner: Talk) -> dict[str, object]:
    """What it is like once the server has mended what it found."""
    server.own()
    try:
        server.start()
    except LaunchError as error:
        return {"unsound": [str(error)], "ledger": None}
    try:
        return _told(server, examiner)
    finally:
        server.stop()


def _told(server: Cluster, examiner: Talk) -> dict[str, object]:
    told: dict[str, object] = json.loads(examiner.ask())
    words: Sequence[str] = (
        "-p",
        str(server.port),
        "-h",
        "127.0.0.1",
        "-U",
        "postgres",
        "--install-missing",
        "postgres",
    )
    try:
        server.tool("pg_amcheck", *words)
    except LaunchError as error:
        return {**told, "unsound": [str(error)]}
    return told


def test_postgresql_keeps_what_it_acknowledged(server: Cluster, tmp_path: Path) -> None:
    found = cuts(server, tmp_path)

    assert found[-1].acknowledged == ACTS
    assert sound(found) == [], f"seed {SEED}"


def test_without_syncs_the_losses_on_postgresql_are_seen(server: Cluster, tmp_path: Path) -> None:
    found = cuts(server, tmp_path, "-c", "fsync=off")

    assert sound(found) != []

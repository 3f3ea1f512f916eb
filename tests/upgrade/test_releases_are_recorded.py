"""Each release in the list has its house and its statements on record, and they say nothing of a machine."""

import lzma
import re
from itertools import pairwise

import pytest

from eok.core.upgrade.releases import RELEASES, Release
from tests.upgrade.house import RELEASES as RECORDED

NAMES = {"database.sql.xz", "house.tar.xz", "statements-sqlite.json.xz", "statements-postgresql.json.xz"}
LIMIT_BYTES = 400_000


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.version)
def test_a_release_is_on_record(release: Release) -> None:
    files = {path.name: path for path in (RECORDED / release.version).iterdir()}
    content = {name: lzma.decompress(path.read_bytes()) for name, path in files.items()}

    told = re.findall(
        r"INSERT INTO \"django_migrations\" VALUES\(\d+,'(\w+)','(\w+)'", content["database.sql.xz"].decode()
    )

    assert set(files) == NAMES
    assert {f"{app}.{name}" for app, name in told} == release.migrations
    assert sum(path.stat().st_size for path in files.values()) < LIMIT_BYTES
    assert not [name for name, text in content.items() if b"/tmp/" in text or b"/home/" in text]


def test_each_release_grew_from_the_one_before() -> None:
    pairs = list(pairwise(RELEASES))

    assert [newer.version for older, newer in pairs if not older.migrations <= newer.migrations] == []
    assert len({release.version for release in RELEASES}) == len(RELEASES)

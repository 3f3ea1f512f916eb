"""The disk for the backup is full: a sentence, nothing half-written there or at home, and it works once there is room.

That a disk fills up while it is written to: tests/core/backup/test_full_disk.py.
"""

import json
from pathlib import Path

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from tests import disks
from tests.faults.conftest import signed
from tests.faults.residents import submit, was_acknowledged

TOO_SMALL, ENOUGH = 64, 64 * 1024
"""Kilobytes."""


@pytest.mark.parametrize("name", ["house", pytest.param("postgresql_house", marks=pytest.mark.postgres)])
def test_a_backup_is_refused_whole_and_made_afterwards(
    request: pytest.FixtureRequest, tmp_path: Path, name: str
) -> None:
    house: Installation = request.getfixturevalue(name)
    (one,) = signed(house, 1)
    with disks.small(tmp_path / "target", TOO_SMALL) as target, Client(house.url) as client:
        refused, why = back_up(house, str(target / "one.tar"))
        left = [*target.iterdir(), *(house.folder / "backup").glob("*")]
        filed = was_acknowledged(submit(client, one), one)
        disks.grow(target, ENOUGH)
        made, _ = back_up(house, str(target / "one.tar"))
        whole, _ = back_up(house, "--verify", str(target / "one.tar"))

    assert refused != 0
    assert "자리가 부족해 멈추었습니다" in why and "있던 자료는 그대로" in why and "Traceback" not in why
    assert left == []
    assert filed
    assert (made, whole) == (0, 0)


def back_up(house: Installation, *words: str) -> tuple[int, str]:
    """Exit code, and what was said."""
    code, said = json.loads(house.call("tests.faults.backing_up", "run", *words))
    return code, said

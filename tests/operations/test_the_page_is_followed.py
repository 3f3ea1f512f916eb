"""docs/operations.md, word for word, on a fresh machine: install, open, back up, drill, upgrade, roll back, move."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eok.core.launch.cluster import temporary_cluster
from eok.core.launch.ports import free_port
from tests.operations.machine import Machine, fresh
from tests.operations.page import Block, blocks

pytestmark = pytest.mark.postgres

FIRST_PORT = 14200
WANTED = {
    "설치", "설정", "열쇠", "처음 열기", "백업", "날마다 백업", "백업이 온전한지 보기", "되살리기와 그 연습",
    "새 판으로 올리기", "SQLite에서 PostgreSQL로", "지켜볼 것", "권한",
}  # fmt: skip


@pytest.fixture
def machine(tmp_path: Path, screens: Path) -> Iterator[Machine]:
    with temporary_cluster() as address:
        place = address.partition("@")[2].partition("/")[0]
        made = fresh(tmp_path / "machine", free_port("127.0.0.1", FIRST_PORT), place, screens)
        yield made
        made.stop()


def test_every_part_has_something_to_type() -> None:
    assert {block.under for block in blocks() if block.kind == "sh"} == WANTED


def test_the_page_is_followed_to_its_end(machine: Machine) -> None:
    typed: list[Block] = []
    for block in blocks():
        if block.kind == "ini":
            machine.write(block)
        elif block.kind == "sh":
            typed.append(block)

    done = machine.type_in(typed)

    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}\n{machine.log()}"
    for word in ("올렸습니다: 0.2.0 → 0.3.0", "온전합니다", "옮겼습니다", "열쇠가 맞습니다", "모두 좋습니다"):
        assert word in done.stdout, word

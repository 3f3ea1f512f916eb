"""The score of each part is told and held."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from eok.core.launch import mutation

KILLED, LIVED, TIMED_OUT, NOT_TRIED = 1, 0, 36, None


def planted(folder: Path, **codes: Sequence[int | None]) -> Path:
    """What mutmut leaves behind: exit codes of the rules and of the lifecycle."""
    for name, path in (("rules", "src/eok/rules/clock"), ("lifecycle", "src/eok/casework/lifecycle")):
        meta = folder / f"{path}.py.meta"
        meta.parent.mkdir(parents=True)
        meta.write_text(json.dumps({"exit_code_by_key": dict(enumerate(codes.get(name, [])))}))
    return folder


def test_both_parts_reach_the_goal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = planted(tmp_path, rules=[KILLED] * 9 + [LIVED], lifecycle=[KILLED, TIMED_OUT])

    assert mutation.main(folder) == 0
    assert "90.0%" in capsys.readouterr().out


@pytest.mark.parametrize("lived", [LIVED, NOT_TRIED])
def test_one_part_below_the_goal_fails(tmp_path: Path, lived: int | None) -> None:
    folder = planted(tmp_path, rules=[KILLED] * 100, lifecycle=[KILLED] * 8 + [lived])

    assert mutation.main(folder) == 1


def test_nothing_planted_fails(tmp_path: Path) -> None:
    assert mutation.main(planted(tmp_path, rules=[KILLED])) == 1

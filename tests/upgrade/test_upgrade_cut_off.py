"""Killed at any step, an upgrade leaves data both programs read, and is run again to its end."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

from eok.core.launch.places import ROOT
from tests.upgrade.conftest import Old

STEPS = ("_check", "_back_up", "_migrate", "_catalogue", "_smoke", "_switch")
KILLED = """
import os, signal, sys
from eok.core.launch.framework import set_up
set_up()
from eok.core.upgrade.steps import Upgrade
name, when = sys.argv[1:]
step = getattr(Upgrade, name)
def killed(self):
    said = step(self) if when == "after" else ""
    os.kill(os.getpid(), signal.SIGKILL)
setattr(Upgrade, name, killed)
from eok.core.launch.upgrade import main
main([])
"""
READ = """
from eok.casework.models import CaseEvent
print(CaseEvent.objects.values_list("case_id").distinct().count())
"""
BETWEEN = """
import os, signal
from eok.core.launch.framework import set_up
set_up()
from eok.core.upgrade import migrate
apply, done = migrate._apply, []
def first_only(connection, migration):
    if done:
        os.kill(os.getpid(), signal.SIGKILL)
    apply(connection, migration)
    done.append(migration)
migrate._apply = first_only
from eok.core.launch.upgrade import main
main([])
"""


def killed(old: Old, code: str, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, env=old.environment, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def left_behind(old: Old) -> list[Path]:
    folder = old.folder / "upgrade"
    return [
        path
        for path in folder.iterdir()
        if path.name not in ("lock", "journal.json") and path.suffix != ".tar"
    ]


def test_killed_at_each_step_it_is_run_again_to_its_end(on_sqlite: Old) -> None:
    for step in STEPS:
        killed(on_sqlite, KILLED, step, "before")
        assert on_sqlite.run(READ).split() == ["8"], f"not readable when killed before {step}"
    killed(on_sqlite, KILLED, "_smoke", "after")

    code, said = on_sqlite.eok("upgrade")

    assert code == 0, said
    assert "‘smoke’에서 끊겼습니다. 처음부터 다시 합니다" in said
    assert on_sqlite.eok("trail", "check")[0] == 0
    assert left_behind(on_sqlite) == []


def test_killed_between_two_changes_of_the_tables(on_sqlite: Old) -> None:
    _, planned = on_sqlite.eok("upgrade", "--check")
    wanted = int(re.findall(r"바꿀 자료 틀 (\d+)건", planned)[0])
    killed(on_sqlite, BETWEEN)

    code, said = on_sqlite.eok("upgrade", "--json")

    told = json.loads(said[said.index("{") : said.rindex("}") + 1])
    assert code == 0, said
    assert 0 < int(told["steps"][2]["text"].partition("건")[0]) < wanted

"""kill -9 in the middle of an end: what is left is whole, and the next run brings it to its end."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from benchmarks.places import environment
from eok.casework.models import Case, CaseEvent
from eok.core import database, retention
from eok.core.keys import keyring
from eok.core.launch.places import ROOT
from eok.papers import vault
from eok.papers.actions import end as papers
from eok.papers.models import Upload
from eok.retention import destroyed, work
from eok.retention.actions import end as ending
from eok.retention.models import Ending
from eok.trail.checking.whole import check
from tests.retention.years import deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


class Killed(BaseException):
    """As good as kill -9 for what is in the process: nothing catches it."""


PLACES = {
    "before the note": (destroyed, "note"),
    "after the keys": (ending, "_write"),
    "before the bytes": (papers, "drop_bytes"),
    "among the bytes": (vault, "drop"),
    "among the parts": (retention, "_together"),
}


@pytest.mark.parametrize("place", PLACES)
def test_it_is_ended_whole_by_the_next_run(
    closed: Case, over: date, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliberated(closed)
    with monkeypatch.context() as killing, pytest.raises(Killed):
        killing.setattr(*PLACES[place], _kill)
        work.run({})
    half = Case.objects.get(pk=closed.pk)
    assert bool(half.wrapped_key) == (half.state != "ended")

    work.run({})

    _whole(closed)


def test_a_note_without_its_end_is_brought_to_it(
    closed: Case, over: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the note and the commit."""
    deliberated(closed)
    real = destroyed.note

    def note_and_die(one: destroyed.Destroyed) -> None:
        real(one)
        raise Killed

    with monkeypatch.context() as killing, pytest.raises(Killed):
        killing.setattr(destroyed, "note", note_and_die)
        work.run({})
    assert [one.record for one in destroyed.all_noted()] == [str(closed.pk)]
    assert Case.objects.get(pk=closed.pk).state == "completed"

    work.run({})

    _whole(closed)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the process opens the tests' own file")
def test_a_process_killed_while_it_runs(closed: Case, over: date, state_dir: Path) -> None:
    path = Path(str(connection.settings_dict["NAME"]))
    if not path.exists():
        pytest.skip("the tests' database lies in memory")
    deliberated(closed)
    script = (
        "import os, signal\nimport django\ndjango.setup()\nfrom datetime import datetime\nfrom eok.core import clock\n"
        "from eok.retention import destroyed, work\nreal = destroyed.note\n"
        "def die(one):\n    real(one)\n    os.kill(os.getpid(), signal.SIGKILL)\ndestroyed.note = die\n"
        f"with clock.freeze(datetime.fromisoformat('{over}T10:00:00+09:00')):\n    work.run({{}})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=_surroundings(state_dir, path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert Case.objects.get(pk=closed.pk).state == "completed"

    work.run({})

    _whole(closed)


def _surroundings(state_dir: Path, path: Path) -> dict[str, str]:
    """A state folder of its own that leads to this test's database, keys, files and list."""
    state = state_dir / "process"
    state.mkdir()
    for folder in (vault.FOLDER, destroyed.FOLDER):
        (state_dir / folder).mkdir(exist_ok=True)
        (state / folder).symlink_to(state_dir / folder)
    (state / "keys").symlink_to(keyring().certificate_dir().parent)
    (state / database.SQLITE_FILE).symlink_to(path)
    (state / f"{database.SQLITE_FILE}.lock").symlink_to(f"{path}.lock")
    return environment({"EOK_STATE_DIR": str(state), "DJANGO_SETTINGS_MODULE": "eok.settings"})


def _kill(*args: Any, **words: Any) -> Any:
    raise Killed


def _whole(case: Case) -> None:
    case.refresh_from_db()
    assert (case.state, bytes(case.wrapped_key)) == ("ended", b"")
    assert CaseEvent.objects.filter(case=case, verb="end").count() == 1
    assert Ending.objects.filter(kind="case").count() == 1
    assert [one.record for one in destroyed.all_noted() if one.kind == "case"] == [str(case.pk)]
    assert not Upload.objects.filter(size__gt=0).exists()
    assert not any(vault.path_of(one).exists() for one in Upload.objects.values_list("pk", flat=True))
    assert check([]).findings == []

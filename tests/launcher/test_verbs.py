"""The command line: every verb is listed with a line of help, an unknown one is refused."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eok import run
from tests.launcher.conftest import ROOT


def test_the_contents_name_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.main(["--help"])

    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")}
    commands = {path.stem for path in Path(run.__file__).parent.glob("*/management/commands/[a-z]*.py")}
    assert code == 0
    assert listed == commands | {name for name, verb in run.VERBS.items() if verb.help}


def test_every_verb_says_in_one_line_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    run.main([])

    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert [line for line in lines if len(line.split()) < 2] == []


@pytest.mark.parametrize("verb", run.VERBS.values(), ids=run.VERBS)
def test_a_verb_of_the_launcher_has_a_main(verb: run.Verb) -> None:
    assert callable(importlib.import_module(verb.module).main)


@pytest.mark.parametrize("verb", run.VERBS)
def test_asking_a_verb_for_help_does_nothing_else(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        run.main([verb, "--help"])

    assert ending.value.code == 0
    assert verb in capsys.readouterr().out


def test_an_unknown_verb_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.main(["stat"])

    assert code == 2
    assert "'stat'(이)라는 명령은 없습니다" in capsys.readouterr().err


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -m eok.run --help | true; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(
        ["bash", "-c", command], env=dict(os.environ) | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.stdout.strip() in ("0", str(run.PIPE_CLOSED))
    assert done.stderr == ""

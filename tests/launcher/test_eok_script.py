"""The shell part of `./eok`: the right Python, an environment whole or not at all, no cost when it is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.launcher.conftest import ROOT

TOOLS = ("sh", "cat", "cmp", "dirname", "id", "mkdir", "mv", "rm", "sed", "tail", "grep")
BASE_PYTHON = Path(sys.base_prefix) / "bin" / "python3"


@pytest.fixture
def folder_of_tools(tmp_path: Path) -> Path:
    """A PATH with the shell's tools and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return folder


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def eok(state: Path, path: Path | None, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    home = next(folder for folder in state.parents if folder.is_dir())
    environment = {"EOK_STATE_DIR": str(state), "HOME": str(home), "LANG": "C"} | settings
    environment["PATH"] = str(path) if path else os.environ["PATH"]
    command = [str(ROOT / "eok"), *words]
    return subprocess.run(
        command, env=environment, cwd=home, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def pretend_environment(state: Path, text: str) -> None:
    """An environment that is up to date and whose Python does `text`."""
    program(state / "venv" / "bin" / "python", text)
    locks = [(ROOT / "requirements" / name).read_bytes() for name in ("uv.txt", "runtime.txt")]
    (state / "venv" / "eok-locks").write_bytes(b"".join(locks))


def test_a_python_too_old_is_named_with_what_to_install(tmp_path: Path, folder_of_tools: Path) -> None:
    program(folder_of_tools / "python3", 'if [ "$1" = --version ]; then echo "Python 3.9.2"; else exit 1; fi')

    done = eok(tmp_path / "state", folder_of_tools, "start")

    assert done.returncode == 2
    assert "파이썬 3.11 이상이 없습니다(찾은 것: Python 3.9.2)" in done.stderr
    assert "apt-get install python3" in done.stderr
    assert not (tmp_path / "state").exists()


def test_no_python_at_all(tmp_path: Path, folder_of_tools: Path) -> None:
    done = eok(tmp_path / "state", folder_of_tools, "start")

    assert done.returncode == 2
    assert "찾은 것: 없음" in done.stderr


def test_without_network_nothing_half_installed_is_left(tmp_path: Path, folder_of_tools: Path) -> None:
    program(folder_of_tools / "python3.14", f'exec "{BASE_PYTHON}" "$@"')
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}

    done = eok(tmp_path / "state", folder_of_tools, "clock", **nowhere)

    assert done.returncode == 2
    assert "내려받지 못했습니다" in done.stderr
    assert "Could not fetch" in done.stderr
    assert sorted(path.name for path in (tmp_path / "state").iterdir()) in (["log"], ["cache", "log"])


def test_a_python_without_venv_is_named_with_the_line_to_run(tmp_path: Path, folder_of_tools: Path) -> None:
    program(
        folder_of_tools / "python3",
        f'case "$2" in *ensurepip*) exit 1 ;; esac; exec "{BASE_PYTHON}" "$@"',
    )

    done = eok(tmp_path / "state", folder_of_tools, "clock")

    assert done.returncode == 2
    assert f"  apt-get install -y python3.{sys.version_info[1]}-venv" in done.stderr.splitlines()
    assert not (tmp_path / "state" / "venv").exists()


def test_a_state_folder_that_cannot_be_made(tmp_path: Path, folder_of_tools: Path) -> None:
    program(folder_of_tools / "python3", f'exec "{BASE_PYTHON}" "$@"')
    (tmp_path / "file").write_text("")

    done = eok(tmp_path / "file" / "state", folder_of_tools, "clock")

    assert done.returncode == 2
    assert "쓸 수 없습니다" in done.stderr


def test_a_ready_environment_is_used_without_looking_for_python(
    tmp_path: Path, folder_of_tools: Path
) -> None:
    pretend_environment(tmp_path / "state", 'echo "$@"; echo "$EOK_DATA_DIR"; exit 7')

    done = eok(tmp_path / "state", folder_of_tools, "clock", "--setting", "a b")

    assert done.stdout.splitlines() == ["-m eok.run clock --setting a b", str(ROOT / "data")]
    assert done.returncode == 7
    assert done.stderr == ""


def test_another_lock_file_means_another_environment(tmp_path: Path, folder_of_tools: Path) -> None:
    pretend_environment(tmp_path / "state", "echo old")
    (tmp_path / "state" / "venv" / "eok-locks").write_text("of yesterday")

    done = eok(tmp_path / "state", folder_of_tools, "clock")

    assert done.returncode == 2
    assert "old" not in done.stdout


def test_a_relative_state_folder_is_taken_from_where_one_stands(tmp_path: Path) -> None:
    pretend_environment(tmp_path / "state", 'echo "$EOK_STATE_DIR"')

    done = eok(tmp_path / "state", None, "clock", EOK_STATE_DIR="state")

    assert done.stdout.strip() == str(tmp_path / "state")


def test_help_and_doctor_need_no_environment(tmp_path: Path, folder_of_tools: Path) -> None:
    program(folder_of_tools / "python3", f'exec "{BASE_PYTHON}" "$@"')

    shown = eok(tmp_path / "state", folder_of_tools, "--help")
    examined = eok(tmp_path / "state", folder_of_tools, "doctor")

    assert (shown.returncode, examined.returncode) == (0, 1)
    assert "start" in shown.stdout
    assert "!!  파이썬 꾸러미" in examined.stdout
    assert not (tmp_path / "state" / "venv").exists()


def test_continuous_integration_calls_the_test_verb_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()

    commands = [line for line in lines if line and not line.startswith(("#", "set "))]

    assert commands == ['cd "$(dirname "$0")/.."', "exec ./eok test"]

"""An installer that fails becomes one sentence with the likely cause and what to do."""

from pathlib import Path

import pytest

from eok.core.launch.fetching import failure, runs_well


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EOK_STATE_DIR", str(tmp_path))
    return tmp_path


def test_what_an_installer_prints_goes_into_the_log(state: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert runs_well(["sh", "-c", "echo out; echo $WHERE >&2"], settings={"WHERE": "err"})

    assert (state / "log" / "setup.log").read_text() == "out\nerr\n"
    assert capfd.readouterr() == ("", "")


def test_a_failure_asks_to_look_at_the_network() -> None:
    assert not runs_well(["sh", "-c", "echo 'could not resolve host'; exit 1"])

    assert "인터넷 연결" in failure("글꼴").message


def test_a_full_disk_is_named_as_such() -> None:
    assert not runs_well(["sh", "-c", "echo 'OSError: [Errno 28] No space left on device'; exit 1"])

    assert "디스크가 가득" in failure("글꼴").message

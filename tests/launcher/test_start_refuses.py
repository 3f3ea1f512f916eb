"""`./eok start` refuses in one sentence, with exit code 2 and nothing started."""

import fcntl
import socket
from pathlib import Path

import pytest

from tests.launcher.conftest import run_verb


def started(environment: dict[str, str]) -> list[str]:
    """What a start would have left: logs, packages, databases."""
    return [path.name for path in Path(environment["EOK_STATE_DIR"]).glob("*") if path.name != "running"]


def test_an_occupied_port(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        done = run_verb(environment, "start", "--port", str(port))

    assert done.returncode == 2
    assert f"포트 {port}번" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert started(environment) == []


@pytest.mark.parametrize("port", ["0", "65536", "-1", "팔천", "8_0", "٣"])
def test_a_port_that_is_none(environment: dict[str, str], port: str) -> None:
    done = run_verb(environment, "start", f"--port={port}")

    assert done.returncode == 2
    assert "포트 번호가 아닙니다" in done.stderr
    assert started(environment) == []


def test_a_house_that_is_open_already(environment: dict[str, str]) -> None:
    state = Path(environment["EOK_STATE_DIR"])
    state.mkdir()
    with (state / "running").open("w") as lock:
        lock.write("http://127.0.0.1:8765")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run_verb(environment, "start", "--port", "18999")

    assert done.returncode == 2
    assert "이미 열려 있습니다: http://127.0.0.1:8765" in done.stderr
    assert started(environment) == []


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"EOK_SMSS": "x"}, "EOK_SMSS은(는) 모르는 설정입니다"),
        ({"EOK_WORKERS": "많이"}, "EOK_WORKERS의 값"),
        ({"EOK_PRODUCTION": "1"}, "EOK_SECRET_KEY이(가) 필요합니다"),
    ],
)
def test_settings_that_cannot_be(
    environment: dict[str, str], settings: dict[str, str], sentence: str
) -> None:
    done = run_verb(environment | settings, "start")

    assert done.returncode == 2
    assert sentence in done.stderr
    assert started(environment) == []


def test_a_word_nobody_knows(environment: dict[str, str]) -> None:
    assert run_verb(environment, "start", "--fast").returncode == 2

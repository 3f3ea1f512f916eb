"""The doctor names each fault with what to do, and repairs nothing."""

import json
import socket
from pathlib import Path
from typing import Any

from eok.core.launch.doctor import keys, machine
from tests.launcher.conftest import run_verb


def findings(environment: dict[str, str]) -> dict[str, dict[str, Any]]:
    report = json.loads(run_verb(environment, "doctor", "--json").stdout)
    return {finding["name"]: finding for finding in report["findings"]}


def test_a_fresh_folder_is_unsound_and_stays_as_it_is(environment: dict[str, str]) -> None:
    done = run_verb(environment, "doctor", "--json")

    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["ok"] is False
    assert not list(Path(environment["EOK_STATE_DIR"]).glob("*.sqlite3"))


def test_every_fault_comes_with_what_to_do(environment: dict[str, str]) -> None:
    for finding in findings(environment).values():
        assert finding["ok"] or finding["advice"], finding["name"]


def test_an_occupied_port_is_a_fault(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        found = findings(environment | {"EOK_PORT": port})["포트"]

    assert not found["ok"]
    assert port in found["advice"]


def test_an_unknown_setting_is_named(environment: dict[str, str]) -> None:
    found = findings(environment | {"EOK_SMSS": "x"})["설정"]

    assert not found["ok"]
    assert "EOK_SMSS" in found["advice"]


def test_keys_that_others_may_read_are_a_fault(tmp_path: Path) -> None:
    secret = tmp_path / "district.key"
    secret.touch(mode=0o600)

    secret.chmod(0o640)

    assert keys.others_may_read(secret)
    secret.chmod(0o600)
    assert not keys.others_may_read(secret)


def test_a_clock_behind_the_program_is_a_fault(tmp_path: Path) -> None:
    newest = machine.clock_finding(written_at=1_795_000_000.0, now=1_794_000_000.0)

    assert not newest.ok
    assert machine.clock_finding(written_at=1_795_000_000.0, now=1_795_000_001.0).ok

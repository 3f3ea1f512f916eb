"""`python played.py COMMAND WORDS…`: what an administrator's command does on the machine of `machine.py`."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

MACHINE = Path(os.environ["MACHINE"])
CHECKOUT = Path(__file__).parents[2]
PATIENCE_SECONDS = 180


def sudo(words: list[str]) -> int:
    """Whoever we are, we are the administrator here; databases are made for real."""
    words = words[2:] if words[0] == "-u" else words
    if words[0] in ("createuser", "createdb", "dropdb"):
        words[0] = str(next(Path("/usr/lib/postgresql").glob(f"*/bin/{words[0]}")))
    return subprocess.run(words, check=False).returncode


def git(words: list[str]) -> int:
    """`clone ADDRESS FOLDER`: this checkout as it stands; the folder's name is its version."""
    folder = Path(words[-1])
    listed = subprocess.run(
        [_real("git"), "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (CHECKOUT / name).is_file() and not name.startswith("var"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    project = folder / "pyproject.toml"
    project.write_text(
        re.sub(r'^version = ".*"', f'version = "{folder.name}"', project.read_text(), flags=re.M)
    )
    return 0


def systemctl(words: list[str]) -> int:
    """Runs what the unit file says; a timer runs its service once."""
    verb, unit = words[0], words[-1]
    if verb == "daemon-reload":
        return 0
    if unit.endswith(".timer"):
        words, folder = _told(unit.removesuffix(".timer"))
        return subprocess.run(words, cwd=folder, env=_environment(), check=False).returncode
    if verb in ("stop", "restart"):
        _stop()
    return 0 if verb == "stop" else _start(unit)


def _start(unit: str) -> int:
    words, folder = _told(unit)
    with (MACHINE / "eok.log").open("ab") as log:
        house = subprocess.Popen(
            words, cwd=folder, env=_environment(), stdout=log, stderr=log, start_new_session=True
        )
    (MACHINE / "pid").write_text(str(house.pid))
    port = int(_settings()["EOK_PORT"])
    deadline = time.monotonic() + PATIENCE_SECONDS
    while house.poll() is None and time.monotonic() < deadline:
        if _is_ready(port):
            return 0
        time.sleep(0.1)
    return 1


def _stop() -> None:
    file = MACHINE / "pid"
    if not file.exists():
        return
    pid = int(file.read_text())
    file.unlink()
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        return
    while Path(f"/proc/{pid}").exists() and _state(pid) != "Z":
        time.sleep(0.05)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return "Z"


def _told(unit: str) -> tuple[list[str], str]:
    """ExecStart and WorkingDirectory of a unit."""
    text = (MACHINE / "etc" / "systemd" / "system" / f"{unit}.service").read_text(encoding="utf-8")
    said = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    return said["ExecStart"].split(), said["WorkingDirectory"]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("EOK_")} | _settings()


def _settings() -> dict[str, str]:
    text = (MACHINE / "etc" / "eok" / "eok.env").read_text(encoding="utf-8")
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/readyz", headers={"Host": "eok.example.go.kr"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _real(command: str) -> str:
    path = os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if not p.startswith(str(MACHINE)))
    found = shutil.which(command, path=path)
    assert found, command
    return found


if __name__ == "__main__":
    name, *given = sys.argv[1:]
    play = {"sudo": sudo, "git": git, "systemctl": systemctl}.get(name)
    sys.exit(play(given) if play else 0)  # packages and users are there already

"""Where benches work: a folder of their own in the state folder, and the environment of the peers."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from eok.core.launch.errors import FetchError
from eok.core.launch.places import ROOT, state_dir
from eok.core.launch.voice import tell

LOCK = ROOT / "requirements" / "bench.txt"
STAMP = "eok-bench"


@contextmanager
def workshop(name: str) -> Iterator[Path]:
    """An empty folder on the disk of the state folder, gone at the end."""
    parent = state_dir() / "bench"
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """For our own processes: this checkout, none of the operator's settings, then `settings`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("EOK_", "DJANGO_"))}
    house = {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "PYTHONUTF8": "1",
        "EOK_DATA_DIR": str(ROOT / "data"),
        "EOK_DISTRICT_DIR": str(ROOT / "districts" / "seocho"),
    }
    return kept | house | dict(settings)


def peers_python() -> str:
    """The Python of an environment with the peers in it, made on first use. Raises FetchError."""
    folder = state_dir() / "bench" / "venv"
    python = folder / "bin" / "python"
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return str(python)
    tell("비교할 꾸러미를 설치합니다… / installing the peers to compare with…")
    shutil.rmtree(folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(folder)])
    words = ["--require-hashes", "--only-binary", ":all:", "--disable-pip-version-check", "--quiet"]
    _run([str(python), "-m", "pip", "install", *words, "-r", str(LOCK)])
    stamp.write_bytes(LOCK.read_bytes())
    return str(python)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise FetchError(
            "비교할 꾸러미를 설치하지 못했습니다. 이 성능 시험은 하지 않았습니다. "
            f"인터넷 연결(프록시는 HTTPS_PROXY)을 확인하고 다시 실행해 주세요. {done.stderr.strip()[-300:]}"
        )

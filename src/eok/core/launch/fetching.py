"""Runs installers quietly: what they print goes into the log, a failure becomes one sentence."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from eok.core.launch.errors import FetchError
from eok.core.launch.places import log_dir


def runs_well(
    command: Sequence[str], *, cwd: Path | None = None, settings: Mapping[str, str] | None = None
) -> bool:
    """Whether the command ended well. settings: added to the environment."""
    environment = dict(os.environ) | dict(settings or {})
    with _log().open("ab") as out:
        done = subprocess.run(
            command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False
        )
    return done.returncode == 0


def failure(what: str) -> FetchError:
    """Why `what` is not there, as far as the log tells."""
    if "no space left" in "\n".join(_log().read_text(errors="replace").splitlines()[-20:]).lower():
        why = "디스크가 가득 찼습니다. 자리를 비우고 다시 실행해 주세요."
    else:
        why = "인터넷 연결(프록시는 HTTPS_PROXY)을 확인하고 다시 실행해 주세요."
    return FetchError(
        f"{what}을(를) 받아 설치하지 못했습니다. 설치하다 만 것은 쓰지 않습니다. {why} 기록: {_log()}"
    )


def _log() -> Path:
    return log_dir() / "setup.log"

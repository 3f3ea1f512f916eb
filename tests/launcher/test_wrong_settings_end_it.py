"""A wrong setting ends each program at its start with one Korean sentence, and no trace."""

import subprocess
import sys

import pytest

WRONG = [
    ({"EOK_SMS": "eok.linkage.adapters.nowhere.Gateway"}, "EOK_SMS=eok.linkage.adapters.nowhere.Gateway을(를) 찾을 수 없"),
    ({"EOK_SMS": "eok.linkage.adapters.http_sms.Gateway"}, "EOK_SMS_URL"),
    ({"EOK_NOTIFY_CHANNELS": "pigeon"}, "EOK_NOTIFY_CHANNELS의 'pigeon'"),
    ({"EOK_ROLE": "both"}, "EOK_ROLE의 값"),
]  # fmt: skip
PROGRAMS = {
    "web": ["-m", "granian", "--interface", "wsgi", "--port", "0", "eok.wsgi:application"],
    "worker": ["-m", "eok.run", "worker"],
    "prepare": ["-m", "eok.run", "prepare", "--no-demo"],
}


@pytest.mark.parametrize(("settings", "sentence"), WRONG, ids=[next(iter(s)) for s, _ in WRONG])
@pytest.mark.parametrize("program", PROGRAMS)
def test_it_ends_with_the_sentence(
    environment: dict[str, str], program: str, settings: dict[str, str], sentence: str
) -> None:
    command = [sys.executable, *PROGRAMS[program]]

    done = subprocess.run(
        command, env=environment | settings, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr + done.stdout

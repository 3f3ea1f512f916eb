"""Runs npm `oidc-provider` (peer.mjs): an OpenID provider that is not ours, to hold the adapter against.

Installed once into the state folder from the lock file beside this file; where there is no Node or no
network the tests say so and are left out.
"""

import fcntl
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx
import pytest
from django.conf import settings

from tests.simulators.process import SECRET, ready

HERE = Path(__file__).parent
PARTS = ("package.json", "package-lock.json", "peer.mjs")


@contextmanager
def peer(redirect_uri: str) -> Iterator[str]:
    """Its issuer, until the block ends."""
    folder = _installed()
    process = subprocess.Popen(
        ["node", "peer.mjs", redirect_uri, SECRET],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield ready(process)
    finally:
        process.terminate()
        process.communicate()


def _installed() -> Path:
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node가 없어 npm oidc-provider와 견주지 못했습니다.")
    folder = Path(settings.EOK_STATE_DIR) / "test-node"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        for part in PARTS:
            shutil.copy(HERE / part, folder)
        _install(folder, folder / "node_modules" / ".lock", (HERE / "package-lock.json").read_bytes())
    return folder


def _install(folder: Path, stamp: Path, lock: bytes) -> None:
    if stamp.is_file() and stamp.read_bytes() == lock:
        return
    words = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        pytest.skip(f"npm oidc-provider를 내려받지 못했습니다: {done.stderr[-300:]}")
    stamp.write_bytes(lock)


class Browser:
    """Keeps cookies and fills in the provider's own pages: who one is, and that the portal may know."""

    def __init__(self) -> None:
        self._http = httpx.Client(trust_env=False)

    def close(self) -> None:
        self._http.close()

    def walk(self, url: str, redirect_uri: str, login: str) -> dict[str, str]:
        """From the portal's redirect to what the portal gets back."""
        response = self._http.get(url)
        for _ in range(20):
            target = response.headers.get("Location")
            if target and target.startswith(redirect_uri):
                return dict(parse_qsl(urlsplit(target).query))
            response = self._http.get(urljoin(url, target)) if target else self._fill(response, login)
        raise AssertionError(response.text)

    def _fill(self, page: httpx.Response, login: str) -> httpx.Response:
        action = re.search(r'action="([^"]+)"', page.text)
        prompt = re.search(r'name="prompt" value="(\w+)"', page.text)
        assert action and prompt, page.text
        form = {"prompt": prompt[1], "login": login, "password": "any"}
        return self._http.post(urljoin(str(page.url), action[1]), data=form)

"""The new program opens the real data on a spare port and shows a few pages; it does no job and writes no case.

It lives in a folder of its own beside the running house: the data, the files and the keys by a second name,
packages, screens and sign-ins its own. So the old program keeps everything it serves with.
"""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote, urlsplit

from eok.core import database, outbox
from eok.core.launch import node
from eok.core.launch.children import Child
from eok.core.launch.plan import LOOPBACK, Place, plan
from eok.core.launch.ports import free_port
from eok.core.models import Job
from eok.core.payloads import UnknownVersionError
from eok.core.upgrade.errors import SmokeError

SHARED = ("keys", "uploads", database.SQLITE_FILE, f"{database.SQLITE_FILE}.lock")
COPIED = ("static",)
PATIENCE_SECONDS = 120
GLANCE_SECONDS = 0.05
GOODBYE_SECONDS = 15
PLAIN = ("/healthz", "/readyz")
"""For machines: no page."""
PAGES = {
    "public": ("/healthz", "/readyz", "/", f"/search?q={quote('신고')}", "/verify", "/my/"),
    "desk": ("/healthz", "/readyz", "/desk/sign-in/", "/desk/"),
}
AFFAIR = re.compile(r'href="(/services/[a-z0-9-]+)')


@dataclass(frozen=True)
class Seen:
    """What the new program showed."""

    pages: int
    jobs: int
    """Waiting jobs it can read."""


def smoke(folder: Path, *, state_dir: Path, role: str, base_url: str) -> Seen:
    """folder: to work in, emptied before and after. Raises SmokeError."""
    jobs = _read_jobs()
    shutil.rmtree(folder, ignore_errors=True)
    _furnish(folder, state_dir)
    try:
        port = free_port(LOOPBACK, 0)
        with _open(folder, port):
            return Seen(_look(port, role, urlsplit(base_url).netloc), jobs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _read_jobs() -> int:
    """One beat of the worker, without doing anything: every waiting job has somebody who can read it."""
    waiting = Job.objects.filter(dead=False).order_by("pk")
    for job in waiting:
        try:
            if job.name not in outbox.handlers():
                raise SmokeError(
                    f"새 판에는 기다리는 일 {job.name}을(를) 맡은 곳이 없습니다. 이 글을 개발자에게 알려 주세요."
                )
            outbox.spelling(job.name).read(json.loads(job.payload), job.name)
        except UnknownVersionError as error:
            raise SmokeError(f"새 판이 기다리는 일을 읽지 못합니다. {error.message}") from error
    return waiting.count()


def _furnish(folder: Path, state_dir: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    for name in SHARED:
        if (state_dir / name).exists():
            (folder / name).symlink_to(state_dir / name)
    for name in COPIED:
        if (state_dir / name).is_dir():
            shutil.copytree(state_dir / name, folder / name)
    if node.is_current():
        (folder / "node_modules").symlink_to(state_dir / "node_modules")


@contextmanager
def _open(folder: Path, port: int) -> Iterator[None]:
    environment = _environment(folder, port)
    _prepare(environment)
    house = plan(Place(LOOPBACK, port), demo=False, environ=environment)
    server = next(program for program in house.programs if program.name == "server")
    (folder / "log").mkdir(exist_ok=True)
    child = Child(server, log_dir=folder / "log", environment=house.environment)
    child.start()
    try:
        _await(child)
        yield
    finally:
        _stop(child)


def _stop(child: Child) -> None:
    child.send(signal.SIGTERM)
    deadline = monotonic() + GOODBYE_SECONDS
    while child.runs and monotonic() < deadline:
        sleep(GLANCE_SECONDS)
    child.send(signal.SIGKILL)


def _environment(folder: Path, port: int) -> dict[str, str]:
    return dict(os.environ) | {"EOK_STATE_DIR": str(folder), "EOK_WORKERS": "1", "EOK_PORT": str(port)}


def _prepare(environment: Mapping[str, str]) -> None:
    """Screens, sign-ins and the catalogue of the new program, in its folder."""
    fetch = "from eok.core.launch import node; node.fetch()"
    for words in (["-c", fetch], ["-m", "eok.run", "prepare", "--no-demo"]):
        done = subprocess.run(
            [sys.executable, *words], env=dict(environment), stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise SmokeError(f"새 판이 준비를 마치지 못했습니다: {done.stderr.strip()[-600:]}")


def _await(child: Child) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while not child.program.is_ready():
        if not child.runs or monotonic() > deadline:
            raise SmokeError("새 판이 열리지 않습니다. 마지막 기록: " + " / ".join(child.last_lines(5)))
        sleep(GLANCE_SECONDS)


def _look(port: int, role: str, host: str) -> int:
    """How many pages were there as they should be."""
    roles = ("public", "desk") if role == "all" else (role,)
    addresses = [page for one in roles for page in PAGES[one]]
    for address in addresses:
        text = _get(port, host, address)
        if address.startswith("/search"):
            found = AFFAIR.search(text)
            if found is None:
                raise SmokeError(
                    "새 판의 통합검색이 민원사무를 하나도 찾지 못합니다. ./eok catalogue check로 살펴봐 주세요."
                )
            addresses.append(found[1])
    return len(addresses)


def _get(port: int, host: str, address: str) -> str:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=30)
    try:
        connection.request("GET", address, headers={"Host": host, "X-Forwarded-Proto": "https"})
        response = connection.getresponse()
        text = response.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as error:
        raise SmokeError(f"새 판의 {address} 화면이 답하지 않습니다({error}).") from error
    finally:
        connection.close()
    is_page = response.status == 200 and address not in PLAIN
    if response.status >= 400 or (is_page and "<h1" not in text):
        raise SmokeError(
            f"새 판의 {address} 화면이 {response.status}(으)로 답합니다. 이 글을 개발자에게 알려 주세요."
        )
    return text

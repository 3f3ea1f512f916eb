"""A running django-helpdesk, and the request that gives it a ticket."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import places
from benchmarks.client import Client
from benchmarks.installation import LOOPBACK, answers
from eok.core.launch.places import ROOT
from eok.core.launch.ports import free_port

CSRF = "b" * 32
BODY = "상호 하늘상점, 사업자등록번호 123-45-67891, 서울특별시 서초구 시범대로 12 3층, 인터넷, 의류. " * 4
"""About as much text as a filing has."""


@dataclass
class Helpdesk:
    url: str
    session: str
    queue: int
    process: subprocess.Popen[bytes] = field(repr=False)

    def ticket(self) -> bytes:
        """The bytes of one submission, signed in, of the public form."""
        form = {
            "queue": str(self.queue),
            "title": "통신판매업 신고",
            "body": BODY,
            "priority": "3",
            "submitter_email": "haneul@example.org",
            "csrfmiddlewaretoken": CSRF,
        }
        cookies = {"Cookie": f"sessionid={self.session}; csrftoken={CSRF}"}
        headers = {**cookies, "Content-Type": "application/x-www-form-urlencoded"}
        return Client(self.url).request("POST", "/tickets/submit/", headers, urlencode(form).encode())


@contextmanager
def helpdesk(folder: Path, peers: str, workers: int) -> Iterator[Helpdesk]:
    """The same server, the same number of processes as ours."""
    folder.mkdir(parents=True)
    environment = places.environment(
        {"DJANGO_SETTINGS_MODULE": "benchmarks.helpdesk.settings", "BENCH_DATABASE": str(folder)}
    )
    words = [peers, "-m", "benchmarks.inside", "benchmarks.helpdesk.desk", "prepare"]
    made = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    port = free_port(LOOPBACK, 0)
    process = subprocess.Popen(
        [peers, "-m", "granian", "--interface", "wsgi", "--host", LOOPBACK, "--port", str(port),
         "--workers", str(workers), "--blocking-threads", "1", "--backpressure", "64", "--http", "1", "--no-ws",
         "--log-level", "warning", "benchmarks.helpdesk.wsgi:application"],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    url = f"http://{LOOPBACK}:{port}"
    try:
        answers(url, "/", process)
        told = json.loads(made.stdout)
        yield Helpdesk(url, told["session"], told["queue"], process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

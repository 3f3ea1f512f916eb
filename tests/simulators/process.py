"""Starts a simulator in its own process and waits for its ready line; others' tests use it too."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
SECRET = "demonstration"
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Running:
    url: str
    http: httpx.Client

    def control(self, **wanted: object) -> dict[str, Any]:
        """Set modes; returns all settings."""
        answer = self.http.post("/control", json=wanted)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@contextmanager
def running(name: str, *arguments: str, environ: dict[str, str] | None = None) -> Iterator[Running]:
    """The simulator `name` on a free port, until the block ends."""
    process = start(name, *arguments, environ=environ)
    try:
        url = ready(process)
        with httpx.Client(base_url=url, trust_env=False, timeout=20) as client:
            yield Running(url, client)
    finally:
        process.terminate()
        process.communicate()


def start(name: str, *arguments: str, environ: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    """Only the process, for those who want to see it refuse."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("EOK_")}
    return subprocess.Popen(
        [sys.executable, "-m", f"simulators.{name}", *arguments],
        cwd=ROOT,
        env={**clean, **(environ or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ready(process: "subprocess.Popen[str]") -> str:
    """Address of its ready line; fails with what it said instead."""
    assert process.stdout is not None and process.stderr is not None
    heard, _, _ = select.select([process.stdout], [], [], PATIENCE_SECONDS)
    line = process.stdout.readline() if heard else ""
    assert line.startswith("ready "), line or process.stderr.read()
    return line.removeprefix("ready ").strip()

"""Load beyond what Python can make: wrk, for pages served tens of thousands of times a second.

Without wrk a client of our own loads both sides alike, but is itself the limit; the result says so.
"""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.client import Client
from benchmarks.load import drive
from eok.core.launch import packages
from eok.core.launch.packages import Package

WRK = Package("wrk", "부하 만들기", lambda: packages.find("wrk") is not None)
REPORT = """
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('\\nEND{"requests":%d,"microseconds":%d,"p99":%d,"errors":%d}\\n', summary.requests,
    summary.duration, latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
"""
OWN_REQUESTS = 500


@dataclass(frozen=True)
class Pace:
    """How fast a page was served."""

    rate: float
    """Answers a second."""
    p99_ms: float
    errors: int


def load(url: str, path: str, headers: Mapping[str, str], *, connections: int, seconds: float) -> Pace:
    """The page, again and again, on so many connections at once."""
    if not WRK.is_here():
        return _own(url, path, headers, connections)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "report.lua"
        script.write_text(REPORT)
        words = [
            f"-t{min(2, connections)}",
            f"-c{connections}",
            f"-d{max(1, round(seconds))}s",
            "-s",
            str(script),
        ]
        words += [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
        command = [str(packages.find("wrk")), *words, url + path]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.rpartition("END")[2])
    return Pace(told["requests"] / told["microseconds"] * 1e6, told["p99"] / 1000, told["errors"])


def _own(url: str, path: str, headers: Mapping[str, str], connections: int) -> Pace:
    request = Client(url).request("GET", path, dict(headers))
    found = drive(url, [[request] * OWN_REQUESTS] * connections)
    return Pace(found.rate, found.milliseconds(0.99), sum(status >= 400 for status in found.statuses))

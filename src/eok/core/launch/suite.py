"""`./eok test [quick|full]`: brings what the tests need, then runs every check and sums up.

All checks run even when one fails. `quick` leaves out the browser and PostgreSQL; the default runs
what touches the database twice, on SQLite and on PostgreSQL; `full` adds what takes long.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from eok.core.launch import node, packages, requirements
from eok.core.launch.cluster import temporary_cluster
from eok.core.launch.places import ROOT, cache_dir, tool
from eok.core.launch.tally import Tally, read_tally
from eok.core.launch.voice import answer

FOLDERS = ("src", "simulators", "tests")
PROCESSES = "4"
"""Of tests at once on two cores: each waits for a house, a browser or a disk half of its time."""


@dataclass(frozen=True)
class Step:
    """One check: its heading and its command."""

    title: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    report: Path | None = None
    """Where pytest writes its counts; other tools count as one test that passed or failed."""


def main(arguments: Sequence[str]) -> int:
    """0 when everything passed; the last line is `N passed, M failed`."""
    parser = argparse.ArgumentParser(
        prog="./eok test", description="모든 시험을 하고 마지막 줄에 결과를 적습니다."
    )
    parser.add_argument(
        "extent", nargs="?", choices=("quick", "full"), help="quick 빠르게, full 오래 걸리는 것까지"
    )
    extent = parser.parse_args(arguments).extent
    packages.require(packages.TO_TEST if extent == "quick" else packages.TO_TEST_WHOLE)
    requirements.add("test")
    node.fetch()
    with ExitStack() as stack:
        database = "" if extent == "quick" else stack.enter_context(temporary_cluster())
        tallies = {step.title: _run(step) for step in steps(database, full=extent == "full")}
    return _sum_up(tallies)


def steps(database: str, *, full: bool) -> list[Step]:
    """What is run, in order. database: address of a PostgreSQL, empty for none."""
    chosen = [Step("화면 꾸러미 (assets)", (sys.executable, "-m", "eok.run", "assets")), *_readings()]
    if not database:
        return [*chosen, _tests("시험 (SQLite)", "not long and not browser and not postgres")]
    chosen.append(_tests("시험 (SQLite, Chromium)", "not long and not postgres"))
    chosen.append(_tests("시험 (PostgreSQL)", "not long and not browser", database))
    return chosen + (list(_long()) if full else [])


def _readings() -> tuple[Step, ...]:
    """Checks that read the code without running it."""
    ruff, cache = tool("ruff"), f"--cache-dir={cache_dir('ruff')}"
    return (
        Step("글 모양 (ruff format)", (ruff, "format", "--check", cache, ".")),
        Step("규칙 (ruff check)", (ruff, "check", cache, ".")),
        Step("타입 (mypy --strict)", (tool("mypy"), f"--cache-dir={cache_dir('mypy')}", *FOLDERS)),
        Step("꾸러미 목록 (CycloneDX)", (sys.executable, "-m", "eok.run", "sbom")),
        Step("라이선스와 취약점 (pip-audit)", (sys.executable, "-m", "eok.run", "audit")),
        Step("방의 순서 (import-linter)", (tool("lint-imports"), "--cache-dir", str(cache_dir("imports")))),
    )


def _tests(title: str, marks: str, database: str = "") -> Step:
    """On PostgreSQL only what asks for a database runs again."""
    cache = cache_dir("pytest")
    report = cache / ("postgresql.xml" if database else "sqlite.xml")
    words = [
        "-m",
        "pytest",
        "-q",
        "-n",
        PROCESSES,
        "-m",
        marks,
        f"--junit-xml={report}",
        "-o",
        f"cache_dir={cache}",
    ]
    if database:
        words += ["-p", "tests.launcher.only_database"]
    return Step(title, (sys.executable, *words), {"EOK_DATABASE_URL": database}, report)


def _long() -> tuple[Step, ...]:
    """What only `./eok test full` does."""
    return (
        Step(
            "오래 걸리는 시험 (만 번의 일, 스무 번의 kill -9)",
            (sys.executable, "-m", "pytest", "-q", "-m", "long"),
        ),
        Step("돌연변이 시험 (mutmut)", (tool("mutmut"), "run")),
        Step(
            "나쁜 파일과 글 10만 번 (hostile)",
            (sys.executable, "-m", "pytest", "-q", "tests/hostile", "tests/api/test_schemathesis.py"),
            {"HOSTILE_TRIES": "100000"},
        ),
        Step("돌연변이 값 (90 % 이상)", (sys.executable, "-m", "eok.core.launch.mutation")),
    )


def _run(step: Step) -> Tally:
    answer(f"\n──── {step.title}")
    if step.report:
        step.report.unlink(missing_ok=True)
    began = monotonic()
    environment = _clean_environment() | dict(step.environment)
    code = subprocess.run(
        step.command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False
    ).returncode
    answer(f"──── {step.title}: {'통과' if code == 0 else '실패'} ({monotonic() - began:.0f}초)")
    return (
        read_tally(step.report, code) if step.report else Tally(passed=int(code == 0), failed=int(code != 0))
    )


def _clean_environment() -> dict[str, str]:
    """The operator's own settings must not reach the tests; where things lie must."""
    kept = {"EOK_STATE_DIR", "EOK_DATA_DIR", "EOK_DISTRICT_DIR"}
    return {name: value for name, value in os.environ.items() if not name.startswith("EOK_") or name in kept}


def _sum_up(tallies: Mapping[str, Tally]) -> int:
    answer("\n════ 결과")
    for title, tally in tallies.items():
        answer(f"{'통과' if not tally.failed else '실패'}  {title}: {tally}")
    total = sum(tallies.values(), Tally())
    answer(str(total))
    return 1 if total.failed else 0

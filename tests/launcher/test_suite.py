"""`./eok test` runs everything, counts what passed, and repeats on PostgreSQL only what needs it."""

import subprocess
import sys
from pathlib import Path

from eok.core.launch.suite import steps
from eok.core.launch.tally import Tally, read_tally
from tests.launcher.conftest import ROOT


def commands(database: str, full: bool = False) -> str:
    return "\n".join(" ".join(step.command) for step in steps(database, full=full))


def test_quick_leaves_out_browser_and_postgresql() -> None:
    assert "not browser and not postgres" in commands("")
    assert "only_database" not in commands("")


def test_the_default_runs_on_both_databases() -> None:
    chosen = steps("postgresql://somewhere", full=False)

    addresses = [step.environment.get("EOK_DATABASE_URL") for step in chosen if step.report]
    assert addresses == ["", "postgresql://somewhere"]


def test_only_full_takes_long() -> None:
    assert "mutmut" in commands("x", full=True)
    assert "mutmut" not in commands("x")


def report(tmp_path: Path, counts: str) -> Path:
    path = tmp_path / "report.xml"
    path.write_text(f"<testsuites><testsuite {counts}/></testsuites>")
    return path


def test_counts_are_read_from_the_report(tmp_path: Path) -> None:
    written = report(tmp_path, 'tests="10" failures="1" errors="2" skipped="3"')

    assert read_tally(written, 1) == Tally(passed=4, failed=3, skipped=3)


def test_a_run_that_broke_off_is_a_failure(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "absent.xml", 2) == Tally(failed=1)


def test_a_run_of_no_test_is_a_failure(tmp_path: Path) -> None:
    assert read_tally(report(tmp_path, 'tests="0" failures="0" errors="0" skipped="0"'), 5).failed == 1


def test_the_last_line_can_be_read_by_machines() -> None:
    assert str(Tally(3, 0) + Tally(2, 1)) == "5 passed, 1 failed"
    assert str(Tally(3, 0, 2)) == "3 passed, 0 failed, 2 skipped"


def test_the_second_run_keeps_only_what_uses_a_database(tmp_path: Path) -> None:
    (tmp_path / "test_two.py").write_text(
        "import pytest\n"
        "@pytest.fixture(autouse=True)\ndef django_db_blocker(): pass\n"
        "@pytest.fixture\ndef db(): pass\n@pytest.fixture\ndef rows(db): pass\n"
        "def test_pure(): pass\ndef test_fixture(rows): pass\n"
        "@pytest.mark.django_db\ndef test_marked(): pass\n@pytest.mark.postgres\ndef test_server(): pass\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  django_db\n  postgres\n")
    plain = [
        "-p",
        "no:django",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-p",
        "tests.launcher.only_database",
    ]

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plain, str(tmp_path)],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "3 passed, 1 deselected" in done.stdout, done.stdout

"""The bill of materials keeps to its schema; a licence or a vulnerability nobody looked at is a finding."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eok.core.launch.supply import audit, bill, licences
from eok.core.launch.supply.bill import BillError

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def made() -> Any:  # Any: as the standard's JSON is
    return bill.bill()


def test_the_bill_names_what_runs_and_what_only_tests_need(made: Any) -> None:
    scope = {component["name"].lower(): component["scope"] for component in made["components"]}

    assert {scope[name] for name in ("django", "granian", "cryptography", "htmx.org")} == {"required"}
    assert {scope[name] for name in ("pytest", "mypy", "axe-core", "oidc-provider")} == {"excluded"}


def test_every_package_that_is_shipped_stands_in_it(made: Any) -> None:
    named = {bill._plain(component["name"]) for component in made["components"]}
    elsewhere = {"colorama", "pywin32", "tzdata", "async-timeout", "exceptiongroup", "typing-extensions"}

    assert bill.shipped_names() - named <= elsewhere


def test_it_keeps_to_the_schema_and_another_does_not(made: Any) -> None:
    bill.require_valid(json.dumps(made))

    with pytest.raises(BillError, match="CycloneDX"):
        bill.require_valid(json.dumps(made | {"components": [{"name": "without a type"}]}))


def test_every_licence_is_allowed(made: Any) -> None:
    assert licences.refused(made["components"]) == []


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-3.0-only) AND Apache-2.0", True),
        ("(MIT AND GPL-3.0-only) OR AGPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("", False),
        ("(MIT", False),
    ],
)
def test_an_expression_is_read_as_it_is_meant(said: str, allowed: bool) -> None:
    assert licences.is_allowed(said) == allowed


def test_a_package_that_says_nothing_is_refused() -> None:
    odd = [{"name": "mystery", "version": "1", "licenses": []}]

    assert licences.refused(odd) == ["mystery 1: 라이선스를 알 수 없음"]


def test_a_vulnerability_is_found_and_one_that_was_accepted_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = audit.read([
        {"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}, {"id": "CVE-2"}]},
        {"name": "b", "version": "2", "vulns": [{"id": "CVE-3"}]},
        {"name": "c", "skip_reason": "not found"},
    ])  # fmt: skip
    listed = tmp_path / "vulnerabilities.yaml"
    listed.write_text(
        "accepted:\n  CVE-1: {package: a, why: not used, until: 2027-01-31}\n"
        "  CVE-3: {package: b, why: was not used, until: 2026-11-22}\n"
    )
    monkeypatch.setattr(audit, "ACCEPTED", listed)

    assert (said.asked, said.answered) == (3, 2)
    assert audit.unaccepted(said.found, TODAY) == ["CVE-2: a 1", "CVE-3: b 2"]


def test_a_service_out_of_reach_is_said_and_nothing_is_claimed(capsys: pytest.CaptureFixture[str]) -> None:
    nothing = audit.read([{"name": "c", "skip_reason": "not found"}])

    assert [audit._tell(one) for one in (None, nothing)] == [False, False]
    assert capsys.readouterr().out.count("확인하지 못함") == 2


def test_a_service_that_never_answers_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*words: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("pip-audit", 1)

    monkeypatch.setattr(subprocess, "run", never)

    assert audit.ask() is None

"""`EOK_ROLE`: a process of one side serves its own addresses only, and can't even import the other's pages."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.house.repository import ROOT
from tests.security.sides import ROLES, environment

BOTH = {"healthz", "readyz", "csp-reports/", "display", "files/<str:ticket>"}
DEMONSTRATION = {"demo/", "krds/", "krds/desk/"}
"""Only where EOK_PRODUCTION is 0."""
OF_THE_DESK = {
    "eok.desk.urls", "eok.desk.views.worklist", "eok.accounts.views.officers", "eok.accounts.views.rights",
}  # fmt: skip


@cache
def told(role: str, *addresses: str) -> Any:  # Any: what the process says, as JSON
    """A process of this role, as granian would start it. addresses: which it is asked for."""
    return _asked("told.py", role, {}, *addresses)


def addresses(role: str) -> set[str]:
    return set(told(role)["addresses"])


def test_a_process_of_the_desk_has_the_desks_addresses_only() -> None:
    others = {a for a in addresses("desk") if not a.startswith("desk/")}

    assert others == BOTH | DEMONSTRATION
    assert "desk/sign-in/" in addresses("desk")


def test_a_public_process_has_no_address_of_the_desk() -> None:
    assert [a for a in addresses("public") if a.startswith("desk/")] == []
    assert {"", "search", "my/", "accounts/sign-in/", "verify", "trail/roots.json"} <= addresses("public")


def test_the_two_sides_together_are_the_whole_house() -> None:
    assert addresses("public") | addresses("desk") == addresses("all")
    assert addresses("public") & addresses("desk") == BOTH | DEMONSTRATION


def test_each_address_of_the_other_side_is_nowhere() -> None:
    for role, other in (("public", "desk"), ("desk", "public")):
        answers = told(role, *sorted(addresses(other) - addresses(role)))["answers"]

        assert len(answers) > 20
        assert set(answers.values()) == {404}


def test_the_other_sides_pages_can_not_be_imported() -> None:
    found = {role: told(role)["imports"] for role in ROLES}

    public = set(found["all"]) - OF_THE_DESK
    assert set(found["all"].values()) == {True}
    assert {module for module, can in found["public"].items() if can} == public
    assert {module for module, can in found["desk"].items() if can} == OF_THE_DESK


def test_cookies_have_names_of_their_own() -> None:
    assert told("public")["cookies"] == ["eok_session", "eok_csrf"]
    assert told("desk")["cookies"] == ["eok_session_desk", "eok_csrf_desk"]


def test_a_session_of_one_side_is_none_on_the_other(tmp_path: Path) -> None:
    shared = {"EOK_STATE_DIR": str(tmp_path), "EOK_DATABASE_URL": ""}
    keys = {role: _asked("stored.py", role, shared) for role in ROLES}

    for role in ROLES:
        found = _asked("stored.py", role, shared, *keys.values())

        assert {key for key, session in found.items() if session} == {keys[role]}


def test_forms_of_the_desk_lead_nowhere_else() -> None:
    assert "identity.example" not in told("desk")["policy"]
    assert "identity.example" in told("public")["policy"]


def _asked(script: str, role: str, settings: dict[str, str], *words: str) -> Any:
    command = [sys.executable, str(ROOT / "tests" / "security" / script), *words]
    chosen = environment(role) | settings
    done = subprocess.run(command, cwd=ROOT, env=chosen, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])

"""What the machine lacks is installed by the administrator, or said as one line to run."""

import pytest

from eok.core.launch import packages
from eok.core.launch.errors import LaunchError

HERE = packages.Package("here", "있는 것", lambda: True)
ABSENT = packages.Package("fonts-absent", "없는 글꼴", lambda: False)


def test_what_is_here_needs_nothing() -> None:
    packages.require([HERE])

    assert HERE.is_here()


def test_without_rights_the_line_to_run_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "may_install", lambda: False)

    with pytest.raises(LaunchError) as refusal:
        packages.require([HERE, ABSENT])

    assert "없는 글꼴(fonts-absent)" in refusal.value.message
    assert refusal.value.message.endswith("\n  sudo apt-get install -y fonts-absent")


def test_commands_of_the_administrator_are_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert packages.find("ldconfig") is not None
    assert packages.find("no-such-command") is None

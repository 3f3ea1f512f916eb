"""`./eok doctor` says when the web could read the key that seals the record."""

import os
from pathlib import Path

import pytest

from eok.core.launch.doctor.keys import seal_key


def test_a_key_of_the_same_user_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "trail.pem").touch()
    (tmp_path / "district.key").touch()

    finding = seal_key(tmp_path)

    assert not finding.ok and finding.optional
    assert "읽을 수 있습니다" in finding.text


def test_a_key_that_is_elsewhere_is_good(tmp_path: Path) -> None:
    (tmp_path / "district.key").touch()

    assert seal_key(tmp_path).ok


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_key_of_another_user_is_good(tmp_path: Path) -> None:
    (tmp_path / "district.key").touch()
    (tmp_path / "trail.pem").touch()
    os.chown(tmp_path / "trail.pem", 65534, -1)

    assert seal_key(tmp_path).ok

"""The screen packages arrive whole or not at all, and only when the lock file changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eok.core.launch import node
from eok.core.launch.errors import FetchError

Packages = dict[str, object]


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Packages], None]:
    """Writes package.json and its lock for a checkout of our own."""
    monkeypatch.setenv("EOK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setattr(node, "ROOT", tmp_path)
    monkeypatch.setattr(node, "LOCK", tmp_path / "package-lock.json")

    def write(packages: Packages) -> None:
        wanted = {name.removeprefix("node_modules/"): "1.0.0" for name in packages}
        (tmp_path / "package.json").write_text(json.dumps({"name": "eok", "dependencies": wanted}))
        root = {"": {"name": "eok", "dependencies": wanted}}
        (tmp_path / "package-lock.json").write_text(
            json.dumps({"name": "eok", "lockfileVersion": 3, "requires": True, "packages": root | packages})
        )

    return write


def test_packages_are_fetched_once(lock: Callable[[Packages], None], tmp_path: Path) -> None:
    lock({})

    node.fetch()
    (tmp_path / "state" / "node_modules" / "mark").touch()
    node.fetch()

    assert node.is_current()
    assert (tmp_path / "state" / "node_modules" / "mark").exists()


def test_without_network_the_old_packages_stay(lock: Callable[[Packages], None], tmp_path: Path) -> None:
    lock({})
    node.fetch()
    lock({"node_modules/absent": {"version": "1.0.0", "integrity": "sha512-AAAA"}})

    with pytest.raises(FetchError, match="받아 설치하지 못했습니다.*인터넷 연결"):
        node.fetch()

    assert not node.is_current()
    assert (tmp_path / "state" / "node_modules").is_dir()
    assert [p.name for p in (tmp_path / "state").glob("node.new.*")] == []

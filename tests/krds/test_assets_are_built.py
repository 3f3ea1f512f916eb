"""The static folder: digests in names, compressed beside, nothing asked of other hosts, made only once."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from django.test import override_settings

from eok.krds import assets, scripts, sprite
from tests.krds.places import STATE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    packages = STATE / "node_modules"
    if not (packages / "krds-uiux").is_dir():
        pytest.skip(f"no screen packages in {STATE}: run ./eok test, which fetches them")
    folder = tmp_path_factory.mktemp("state")
    (folder / "node_modules").symlink_to(packages)
    rooms = tmp_path_factory.mktemp("rooms")
    shutil.copytree(assets.HERE / "templates", rooms / "krds/templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "ROOMS", rooms)
        assets.build(folder)
        yield folder


def _text(built: Path, name: str) -> str:
    names: dict[str, str] = json.loads((built / "static/manifest.json").read_text(encoding="ascii"))
    return (built / "static" / names[name]).read_text(encoding="utf-8")


def test_a_second_run_makes_nothing(built: Path) -> None:
    assert assets.build(built) is False


def test_a_forced_run_takes_the_font_over(built: Path) -> None:
    before = {path.name for path in (built / "static/fonts").iterdir()}

    assert assets.build(built, force=True) is True

    assert {path.name for path in (built / "static/fonts").iterdir()} == before
    assert sorted(path.name for path in built.iterdir()) == ["node_modules", "static"]


def test_names_carry_a_digest_and_compressed_files_hold_the_same(built: Path) -> None:
    files = [p for p in (built / "static").glob("*.*") if re.search(r"\.[0-9a-f]{12}\.(css|js|svg)$", p.name)]

    assert {p.name.split(".")[0] for p in files} == {"eok", "desk", "sprite", "mark"}
    for path in files:
        assert brotli.decompress(path.with_name(path.name + ".br").read_bytes()) == path.read_bytes()
        assert gzip.decompress(path.with_name(path.name + ".gz").read_bytes()) == path.read_bytes()


def test_nothing_is_asked_of_other_hosts(built: Path) -> None:
    for name in ("eok.css", "desk.css"):
        addresses = re.findall(r"url\(['\"]?([^'\")]*)", _text(built, name))

        assert [a for a in addresses if not a.startswith(("/static/fonts/", "#"))] == []
        assert "@import" not in _text(built, name)


def test_the_high_contrast_mode_redefines_the_tokens(built: Path) -> None:
    css = _text(built, "eok.css")

    found = re.search(r"\[data-krds-mode=high-contrast\]\{([^}]*)\}", css)

    assert found is not None
    assert "--krds-light-color-background-white:#000000" in found[1]
    assert "--krds-light-color-text-basic:#f4f5f6" in found[1]


def test_every_token_that_is_read_is_defined(built: Path) -> None:
    css = _text(built, "eok.css") + _text(built, "desk.css")
    defined = set(re.findall(r"(--[\w-]+)\s*:", css))

    read = set(re.findall(r"var\((--[\w-]+)\)", css))

    assert read - defined == set()


def test_addresses_come_from_the_manifest(built: Path) -> None:
    with override_settings(EOK_STATE_DIR=built):
        assert re.fullmatch(r"/static/eok\.[0-9a-f]{12}\.css", assets.static_url("eok.css"))


def test_pages_work_before_the_first_build(tmp_path: Path) -> None:
    with override_settings(EOK_STATE_DIR=tmp_path):
        assert assets.static_url("eok.css") == "/static/eok.css"


def test_missing_packages_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(assets.AssetsError, match="npm ci"):
        assets.build(tmp_path)


def test_each_part_of_the_script_has_its_own_scope(tmp_path: Path) -> None:
    package, parts = tmp_path / "htmx.org", tmp_path / "js"
    (package / "dist").mkdir(parents=True)
    parts.mkdir()
    (package / "dist/htmx.min.js").write_text("var htmx=1;\n//# sourceMappingURL=x.map", encoding="utf-8")
    (parts / "a.js").write_text("const x = 1;", encoding="utf-8")
    (parts / "b.js").write_text("const x = 2;", encoding="utf-8")

    bundled = scripts.bundle(package, parts)

    assert "sourceMappingURL" not in bundled
    assert bundled.count('(() => {\n"use strict";') == 2


def test_all_icons_are_in_the_sprite() -> None:
    drawn = sprite.build(assets.HERE / "icons")

    names = sprite.names(assets.HERE / "icons")

    assert set(re.findall(r'<symbol id="([\w-]+)"', drawn)) == names
    assert drawn.count("xmlns=") == 1

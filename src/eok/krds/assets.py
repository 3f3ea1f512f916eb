"""Makes the files a browser is sent: one style sheet a side, one script, one sprite, slices of the font.

From `node_modules` and this room's folders into `EOK_STATE_DIR/static`, names carrying a digest of the
content (so they may be kept for ever), each also as brotli and gzip. A stamp of everything read makes
a second run a matter of milliseconds; the new folder takes the old one's place in one step.
"""

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import brotli
from django.conf import settings

from eok.core.errors import EokError
from eok.krds import purge, scripts, sprite, styles
from eok.krds.fonts import slices

HERE = Path(__file__).parent
ROOMS = HERE.parent
PREFIX = "/static/"
MANIFEST = "manifest.json"


class AssetsError(EokError):
    """The style sheet, script or font can't be made."""

    status = 500


@dataclass
class Workshop:
    """The folder being filled, and under which name each file went."""

    folder: Path
    names: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, content: bytes) -> str:
        """Write a file under its name with a digest; returns its address."""
        stem, _, suffix = name.rpartition(".")
        path = self.folder / f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if suffix != "woff2":
            _compress(path, content)
        self.names[name] = str(path.relative_to(self.folder))
        return PREFIX + self.names[name]


def _compress(path: Path, content: bytes) -> None:
    path.with_name(path.name + ".br").write_bytes(brotli.compress(content))
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, mtime=0))


def static_dir(state: Path | None = None) -> Path:
    return (state or Path(settings.EOK_STATE_DIR)) / "static"


def build(state: Path | None = None, *, force: bool = False) -> bool:
    """Make the static folder unless it is as new as its sources. Returns whether anything was made."""
    target = static_dir(state)
    packages = _packages(target.parent)
    stamp = _stamp(_sources(packages))
    if not force and _stamp_of(target) == stamp:
        return False
    draft = target.with_name(f"static.new.{os.getpid()}")
    _fill(Workshop(draft), packages, target)
    (draft / "stamp").write_text(stamp, encoding="ascii")
    _take_place(draft, target)
    _manifest.cache_clear()
    return True


def _packages(state: Path) -> Path:
    for folder in (state / "node_modules", Path("node_modules").resolve()):
        if (folder / "krds-uiux").is_dir():
            return folder
    raise AssetsError(
        "화면 꾸러미(krds-uiux)가 없습니다. 글꼴과 모양을 만들 수 없습니다. "
        "`./eok start`로 한 번에 받거나 `npm ci --ignore-scripts`를 실행해 주세요."
    )


def _sources(packages: Path) -> Iterator[Path]:
    yield packages / "krds-uiux/package.json"
    yield packages / "htmx.org/package.json"
    yield from sorted(HERE.rglob("*.py"))
    for folder in ("css", "js", "icons", "fonts"):
        yield from sorted((HERE / folder).rglob("*.*"))
    yield from _templates()


def _templates() -> list[Path]:
    return sorted(ROOMS.glob("*/templates/**/*.html"))


def _stamp(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _stamp_of(folder: Path, name: str = "stamp") -> str:
    path = folder / name
    return path.read_text(encoding="ascii") if path.exists() else ""


def _fill(shop: Workshop, packages: Path, before: Path) -> None:
    faces = _fonts(shop, packages, before)
    shop.put("sprite.svg", sprite.build(HERE / "icons").encode())
    shop.put("mark.svg", (HERE / "icons/mark.svg").read_bytes())
    shop.put("eok.js", scripts.bundle(packages / "htmx.org", HERE / "js").encode())
    for name, css in _styles(packages, faces).items():
        shop.put(f"{name}.css", css.encode())
    (shop.folder / MANIFEST).write_text(json.dumps(shop.names, indent=1), encoding="ascii")


def _styles(packages: Path, faces: str) -> dict[str, str]:
    """What every page needs, and what the officer's pages need beside it."""
    ours = {name: styles.read_folder(HERE / "css" / name) for name in ("base", "eok", "desk")}
    words = purge.identifiers(path.read_text(encoding="utf-8") for path in _templates())
    krds = styles.krds_layer(packages / "krds-uiux", "".join(ours.values()), words)
    every = {"base": ours["base"], "krds": krds, "eok": ours["eok"]}
    return {"eok": styles.bundle(every, faces=faces), "desk": styles.bundle({"desk": ours["desk"]})}


def _fonts(shop: Workshop, packages: Path, before: Path) -> str:
    """The font faces; files of the last run are taken over when neither font nor order changed."""
    stamp = _stamp((packages / "krds-uiux/package.json", *sorted((HERE / "fonts").glob("*.*"))))
    kept = before / "fonts"
    if _stamp_of(kept) == stamp:
        shutil.copytree(kept, shop.folder / "fonts")
        return (kept / "faces.css").read_text(encoding="ascii")
    faces = "".join(_cut(shop, packages / "krds-uiux"))
    (shop.folder / "fonts/faces.css").write_text(faces, encoding="ascii")
    (shop.folder / "fonts/stamp").write_text(stamp, encoding="ascii")
    return faces


def _cut(shop: Workshop, package: Path) -> Iterator[str]:
    from eok.krds.fonts import cut  # the font tools take 0.7 s to load, which only who makes assets should

    ordered = slices.order()
    for weight in cut.WEIGHTS:
        for part, content in cut.cut(package, weight, ordered):
            url = shop.put(f"fonts/{part.name}-{weight}.woff2", content)
            yield cut.face(weight, part, url)


def _take_place(draft: Path, target: Path) -> None:
    old = target.with_name(f"static.old.{os.getpid()}")
    if target.exists():
        target.rename(old)
    draft.rename(target)
    shutil.rmtree(old, ignore_errors=True)


@cache
def _manifest(state: Path) -> dict[str, str]:
    names: dict[str, str] = json.loads((static_dir(state) / MANIFEST).read_text(encoding="ascii"))
    return names


def static_url(name: str) -> str:
    """Address of a file. Before the first build the bare name: pages work without styles."""
    try:
        return PREFIX + _manifest(settings.EOK_STATE_DIR)[name]
    except FileNotFoundError:
        return PREFIX + name

"""`./eok backup`: one file with the database, and every file it points at; the house stays open."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.places import state_dir
from eok.core.launch.voice import answer, tell

if TYPE_CHECKING:
    from eok.core.backup.make import Made
    from eok.core.backup.manifest import Manifest


def main(arguments: Sequence[str]) -> int:
    """1 when files the database points at had been lost before, or a backup that is verified is not good."""
    words = _parser().parse_args(arguments)
    _require_sense(words.target, words.keep, verify=words.verify)
    set_up()
    if words.verify:
        return _verify(words.target.absolute(), as_json=words.json)
    return _make(words.target.absolute(), words.keep, as_json=words.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./eok backup",
        description="자료와 올린 파일을 파일 하나로 백업합니다. 열려 있는 동안에도 됩니다. 비밀 열쇠와 로그인 상태는 넣지 않습니다.",
    )
    parser.add_argument("target", type=Path, help="만들 파일, 또는 파일을 둘 폴더. --verify면 살펴볼 백업")
    parser.add_argument(
        "--keep", type=int, metavar="수", help="폴더에 새것부터 이만큼만 남기고 오래된 백업을 지웁니다"
    )
    parser.add_argument("--verify", action="store_true", help="만들지 않고, 있는 백업이 온전한지 살펴봅니다")
    parser.add_argument("--json", action="store_true", help="JSON으로")
    return parser


def _require_sense(target: Path, keep: int | None, *, verify: bool) -> None:
    if verify and not target.is_file():
        raise LaunchError(f"{target} 파일이 없습니다. 아무것도 바꾸지 않았습니다. 경로를 확인해 주세요.")
    if keep is not None and (keep < 1 or verify or not target.is_dir()):
        raise LaunchError(
            "--keep에는 1 이상의 수를 적고, 백업을 둘 폴더와 함께 씁니다. 아무것도 하지 않았습니다. 예: ./eok backup 폴더 --keep 14"
        )


def _make(target: Path, keep: int | None, *, as_json: bool) -> int:
    from eok.core.backup import series
    from eok.core.backup.make import make

    tell("백업합니다… / backing up…")
    made = make(target, state_dir=state_dir())
    series.note(state_dir(), series.LastBackup(made.manifest.made_at, str(made.path)))
    removed = series.keep_newest(made.path.parent, keep) if keep else []
    if as_json:
        facts = {**_facts(made.path, made.manifest), "removed": [path.name for path in removed]}
        answer(json.dumps(facts, ensure_ascii=False))
    else:
        _say(made, removed)
    return 1 if made.manifest.missing else 0


def _say(made: "Made", removed: list[Path]) -> None:
    manifest = made.manifest
    rows = sum(table.rows for table in manifest.tables.values())
    answer(f"백업했습니다: {made.path} ({made.path.stat().st_size / 1024**2:,.1f} MB)")
    answer(f"표 {len(manifest.tables)}개에 {rows:,}줄, 파일 {len(manifest.files) - 1:,}개")
    answer(f"비밀 열쇠는 넣지 않았습니다. 되살리려면 지문이 {manifest.key}인 district.key가 필요합니다.")
    for name in manifest.missing:
        answer(f"전부터 없던 파일이라 넣지 못했습니다: {name} 이전 백업에서 찾아 주세요.")
    for path in removed:
        answer(f"오래된 백업을 지웠습니다: {path.name}")


def _verify(file: Path, *, as_json: bool) -> int:
    from eok.core.backup.verify import verify

    state_dir().mkdir(parents=True, exist_ok=True)
    manifest = verify(file, workplace=state_dir())
    if as_json:
        answer(json.dumps(_facts(file, manifest), ensure_ascii=False))
        return 0
    rows = sum(table.rows for table in manifest.tables.values())
    answer(f"온전합니다: {file.name}, 판 {manifest.version}, {manifest.made_at}에 만듦")
    counted = "표마다 다시 세어 같습니다" if manifest.database == "sqlite" else "줄 수는 되살릴 때 셉니다"
    answer(
        f"표 {len(manifest.tables)}개에 {rows:,}줄({counted}), 파일 {len(manifest.files) - 1:,}개의 지문이 같습니다."
    )
    answer(f"되살리려면 지문이 {manifest.key}인 district.key가 필요합니다.")
    return 0


def _facts(file: Path, manifest: "Manifest") -> dict[str, object]:
    return {
        "ok": not manifest.missing,
        "file": str(file),
        "bytes": file.stat().st_size,
        "version": manifest.version,
        "database": manifest.database,
        "made_at": manifest.made_at,
        "tables": len(manifest.tables),
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": len(manifest.files) - 1,
        "missing": list(manifest.missing),
        "key": manifest.key,
    }

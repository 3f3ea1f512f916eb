"""`./eok backup`: one file with the database, and every file it points at; the house stays open."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from eok.core.launch.framework import set_up
from eok.core.launch.places import state_dir
from eok.core.launch.voice import answer, tell


def main(arguments: Sequence[str]) -> int:
    """1 when files the database points at had been lost before."""
    parser = argparse.ArgumentParser(
        prog="./eok backup",
        description="자료와 올린 파일을 파일 하나로 백업합니다. 열려 있는 동안에도 됩니다. 열쇠와 로그인 상태는 넣지 않습니다.",
    )
    parser.add_argument("target", type=Path, help="만들 파일, 또는 파일을 둘 폴더")
    target: Path = parser.parse_args(arguments).target
    set_up()
    from eok.core.backup.make import make

    tell("백업합니다… / backing up…")
    made = make(target.absolute(), state_dir=state_dir())
    manifest = made.manifest
    rows = sum(table.rows for table in manifest.tables.values())
    answer(f"백업했습니다: {made.path} ({made.path.stat().st_size / 1024**2:,.1f} MB)")
    answer(f"표 {len(manifest.tables)}개에 {rows:,}줄, 파일 {len(manifest.files) - 1:,}개")
    answer(f"열쇠는 넣지 않았습니다. 되살리려면 지문이 {manifest.key}인 district.key가 필요합니다.")
    for name in manifest.missing:
        answer(f"전부터 없던 파일이라 넣지 못했습니다: {name} 이전 백업에서 찾아 주세요.")
    return 1 if manifest.missing else 0

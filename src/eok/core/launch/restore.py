"""`./eok restore`: put a backup back into an empty place."""

import argparse
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.places import state_dir
from eok.core.launch.running import only_one
from eok.core.launch.voice import answer, tell

if TYPE_CHECKING:
    from eok.core.backup.manifest import Manifest


def main(arguments: Sequence[str]) -> int:
    """0 when everything is as the manifest says."""
    words = _parser().parse_args(arguments)
    if not words.file.is_file():
        raise LaunchError(f"{words.file} 파일이 없습니다. 아무것도 바꾸지 않았습니다. 경로를 확인해 주세요.")
    if words.destroyed and not words.destroyed.is_dir():
        raise LaunchError(
            f"{words.destroyed} 폴더가 없습니다. 아무것도 바꾸지 않았습니다. 경로를 확인해 주세요."
        )
    if words.into:
        os.environ["EOK_STATE_DIR"] = str(words.into.absolute())
    set_up()
    with only_one("백업을 되살리는 중"):
        _restore(words.file, words.destroyed, as_json=words.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./eok restore",
        description="백업을 빈 곳에 되살리고, 모든 표와 파일을 백업의 목록과 견줍니다. 있는 자료는 덮어쓰지 않습니다.",
    )
    parser.add_argument("file", type=Path, help="./eok backup이 만든 파일")
    parser.add_argument("--into", type=Path, metavar="폴더", help="되살릴 상태 폴더(없으면 EOK_STATE_DIR)")
    parser.add_argument("--json", action="store_true", help="JSON으로")
    parser.add_argument(
        "--destroyed", type=Path, metavar="폴더", help="가장 새로운 파기 목록(쓰던 상태 폴더의 destroyed)"
    )
    return parser


def _restore(file: Path, destroyed: Path | None, *, as_json: bool) -> None:
    from django.conf import settings

    from eok.core import keys
    from eok.core.backup.restore import restore

    tell("되살립니다… / restoring…")
    here = keys.existing()
    with _marked(state_dir()):
        manifest = restore(file, state_dir=state_dir(), url=settings.EOK_DATABASE_URL, keys=here)
    _destroy_again(destroyed, quietly=as_json)
    if as_json:
        answer(json.dumps(_facts(manifest, has_key=here is not None), ensure_ascii=False))
    else:
        _say(manifest, has_key=here is not None)


def _facts(manifest: "Manifest", *, has_key: bool) -> dict[str, object]:
    return {
        "ok": True,
        "state_dir": str(state_dir()),
        "version": manifest.version,
        "made_at": manifest.made_at,
        "tables": len(manifest.tables),
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": len(manifest.files) - 1,
        "missing": list(manifest.missing),
        "key": manifest.key,
        "has_key": has_key,
    }


def _say(manifest: "Manifest", *, has_key: bool) -> None:
    rows = sum(table.rows for table in manifest.tables.values())
    answer(
        f"되살렸습니다: {state_dir()} 표 {len(manifest.tables)}개에 {rows:,}줄, 파일 {len(manifest.files) - 1:,}개"
    )
    answer("모든 표와 파일이 백업의 목록과 같습니다.")
    for name in manifest.missing:
        answer(f"백업할 때 이미 없던 파일입니다: {name} 이전 백업에서 찾아 주세요.")
    if has_key:
        answer(f"열쇠가 맞습니다(지문 {manifest.key}). ./eok start로 여세요.")
    else:
        answer(
            f"여기에는 열쇠가 없습니다. 지문이 {manifest.key}인 district.key와 그 밖의 열쇠를 {state_dir() / 'keys'}에 둔 뒤에 "
            "여세요. 그 전에 열면 시험용 열쇠가 새로 만들어져 자료를 읽지 못합니다."
        )


@contextmanager
def _marked(folder: Path) -> Iterator[None]:
    """Until what was destroyed is ended again nothing opens here; a restore that was refused leaves no mark."""
    from eok.core.backup.errors import DifferentError
    from eok.core.durable import sync_folder
    from eok.core.retention import PENDING

    mark = folder / PENDING
    was_there = mark.exists()
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch(mode=0o600)
    sync_folder(folder)
    try:
        yield
    except EokError as error:
        if not was_there and not isinstance(error, DifferentError):
            mark.unlink()
        raise


def _destroy_again(destroyed: Path | None, *, quietly: bool) -> None:
    """What was destroyed after the backup must not be read again (개인정보 보호법 §21②): before anybody can open it."""
    from django.core.management import call_command

    if destroyed:
        shutil.copytree(destroyed, state_dir() / "destroyed", dirs_exist_ok=True)
    call_command("retention", "again", stdout=StringIO() if quietly else None)

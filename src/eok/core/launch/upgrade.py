"""`./eok upgrade`: bring the data that lie here to the program of this folder, while the old one goes on serving."""

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.places import ROOT, state_dir
from eok.core.launch.voice import answer, tell

if TYPE_CHECKING:
    from eok.core.upgrade.steps import Upgrade

OF_A_FOLDER = {"EOK_DATA_DIR": "data", "EOK_DISTRICT_DIR": "districts/seocho"}
"""What `./eok` sets to its own folder when nobody chose otherwise."""


def main(arguments: Sequence[str]) -> int:
    """0 when the new program serves the data; 1 when it did not and the old one goes on; 2 nothing was tried."""
    words = _parser().parse_args(arguments)
    if words.to:
        _hand_over(words.to.absolute(), [word for word in arguments if word not in ("--to", str(words.to))])
    set_up()
    if words.check:
        return _check(as_json=words.json)
    return _upgrade(words.backup_to, as_json=words.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./eok upgrade",
        description="여기 있는 자료를 이 폴더의 판으로 올립니다. 옛 판은 그동안 열어 두어도 됩니다.",
    )
    parser.add_argument("--to", type=Path, metavar="폴더", help="새 판을 받아 둔 폴더(없으면 이 폴더)")
    parser.add_argument("--check", action="store_true", help="바꾸지 않고 올릴 수 있는지만 봅니다")
    parser.add_argument(
        "--backup-to", type=Path, metavar="폴더", help="백업을 둘 폴더(없으면 상태 폴더의 upgrade)"
    )
    parser.add_argument("--json", action="store_true", help="JSON으로")
    return parser


def _hand_over(folder: Path, words: list[str]) -> None:
    """The program of another folder does it."""
    script = folder / "eok"
    if not os.access(script, os.X_OK):
        raise LaunchError(
            f"{folder}에 eok이 없습니다. 아무것도 바꾸지 않았습니다. 새 판을 받은 폴더를 적어 주세요."
        )
    own = {name for name, place in OF_A_FOLDER.items() if os.environ.get(name) == str(ROOT / place)}
    environment = {name: value for name, value in os.environ.items() if name not in own}
    os.execve(script, [str(script), "upgrade", *words], environment)


def _check(*, as_json: bool) -> int:
    from eok.core.backup.manifest import program_version
    from eok.core.upgrade import installed, readiness
    from eok.core.upgrade.journal import Entry

    source = installed.read(state_dir()).version
    readiness.require(Entry(source, program_version(), "check"), state_dir())
    waiting = [f"{one.app_label}.{one.name}" for one in installed.pending()]
    if as_json:
        answer(
            json.dumps(
                {"ok": True, "from": source, "to": program_version(), "pending": waiting}, ensure_ascii=False
            )
        )
        return 0
    answer(
        f"올릴 수 있습니다: {source} → {program_version()}. 바꿀 자료 틀 {len(waiting)}건. 아무것도 바꾸지 않았습니다."
    )
    for name in waiting:
        answer(f"  {name}")
    return 0


def _upgrade(backup_to: Path | None, *, as_json: bool) -> int:
    from eok.core.upgrade import journal, readiness
    from eok.core.upgrade.steps import Upgrade

    if readiness.is_done(state_dir()):
        answer(
            '{"ok": true, "steps": []}'
            if as_json
            else "이미 이 판입니다. 올릴 것이 없어 아무것도 하지 않았습니다."
        )
        return 0
    with journal.opened(state_dir()) as own:
        if before := journal.unfinished(own):
            tell(
                f"앞선 올리기({before.source} → {before.target})가 ‘{before.step}’에서 끊겼습니다. 처음부터 다시 합니다."
            )
        target = backup_to.absolute() if backup_to else None
        return _run(Upgrade(state_dir(), target, own, say=tell), as_json=as_json)


def _run(upgrade: "Upgrade", *, as_json: bool) -> int:
    done = []
    failure = ""
    try:
        for step in upgrade.run():
            done.append(step)
            tell(f"      {step.text} ({step.seconds}초)")
    except LaunchError:
        raise
    except EokError as error:
        failure = error.message
    entry = upgrade.entry
    if as_json:
        report = {
            "ok": not failure,
            "from": entry.source,
            "to": entry.target,
            "backup": entry.backup,
            "error": failure,
        }
        answer(json.dumps({**report, "steps": [asdict(step) for step in done]}, ensure_ascii=False))
    else:
        answer(failure or _next_words(entry.source, entry.target))
    return 1 if failure else 0


def _next_words(source: str, target: str) -> str:
    return (
        f"올렸습니다: {source} → {target}. 이제 옛 판을 멈추고 이 폴더({ROOT})에서 ./eok start로 여세요. "
        "문제가 있으면 이 판을 멈추고 옛 폴더에서 다시 열면 됩니다. 자료는 두 판이 모두 읽습니다."
    )

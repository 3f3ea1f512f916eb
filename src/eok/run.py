"""The table of contents of the command line: one verb, one module or management command.

`./eok` execs this with the environment's Python. Verbs of the launcher itself stand in VERBS and load
no Django; every other verb is a management command of a room, found by Django. Loading is lazy: what
isn't asked for isn't imported. Exit codes: 0 good, 1 a finding, 2 bad use or not possible here.
"""

import ast
import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError
from eok.core.launch.voice import answer, tell

PIPE_CLOSED = 141
INTERRUPTED = 130


@dataclass(frozen=True)
class Verb:
    """A command of the launcher: `module.main(arguments) -> exit code`."""

    module: str
    help: str
    """One line; empty for what only the launcher itself calls."""


VERBS = {
    "start": Verb("eok.core.launch.start", "민원센터 열기 [--port N] [--no-demo] · open the portal"),
    "test": Verb("eok.core.launch.suite", "시험 [quick|full] · run the tests"),
    "doctor": Verb("eok.core.launch.doctor", "설치 상태 진단 [--json] · examine the installation"),
    "backup": Verb("eok.core.launch.backup", "백업 폴더|파일 · back up while the portal is open"),
    "restore": Verb("eok.core.launch.restore", "되살리기 파일 [--into 폴더] · restore into an empty place"),
    "move-database": Verb(
        "eok.core.launch.move_database", "SQLite에서 PostgreSQL로 --to 주소 · move from SQLite to PostgreSQL"
    ),
    "upgrade": Verb(
        "eok.core.launch.upgrade", "새 판으로 올리기 [--check] [--to 폴더] · upgrade while the old one serves"
    ),
    "screens": Verb("eok.core.launch.screens", "모든 화면 그리기(docs/screens) · draw every page"),
    "sbom": Verb("eok.core.launch.supply.bill", "꾸러미 목록(CycloneDX) [--out 파일] · bill of materials"),
    "audit": Verb("eok.core.launch.supply.audit", "꾸러미의 라이선스와 취약점 · licences, vulnerabilities"),
    "lock": Verb("eok.core.launch.locks", "꾸러미 판 다시 고정 · compile the lock files anew"),
    "prepare": Verb("eok.core.launch.prepare", ""),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and says how it ended."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(words)
    except LaunchError as error:
        tell(error.message)
        return 2
    except EokError as error:
        tell(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `./eok … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def _dispatch(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        answer(_contents())
        return 0
    verb = VERBS.get(words[0])
    if verb is None:
        return _manage(words)
    return int(importlib.import_module(verb.module).main(words[1:]))


def _manage(words: list[str]) -> int:
    """Hands a verb to the management command of its name."""
    from eok.core.launch.framework import set_up

    set_up()
    from django.core.management import execute_from_command_line, get_commands

    if words[0] not in get_commands():
        raise LaunchError(
            f"{words[0]!r}(이)라는 명령은 없습니다. 있는 명령은 ./eok --help 로 볼 수 있습니다."
        )
    execute_from_command_line(["./eok", *words])
    return 0


def _contents() -> str:
    lines = ["e-OK 민원센터 · ./eok <명령> [--help]", ""]
    own = {name: verb.help for name, verb in VERBS.items() if verb.help}
    for name, text in [*own.items(), *sorted(_rooms_commands())]:
        lines.append(f"  {name:<14} {text}")
    return "\n".join([*lines, "", "끝난 값: 0 좋음 · 1 찾은 것 있음 · 2 잘못 부름   설정: docs/settings.md"])


def _rooms_commands() -> Iterator[tuple[str, str]]:
    """Name and help of each room's management commands, read without importing them."""
    for path in Path(__file__).parent.glob("*/management/commands/[a-z]*.py"):
        yield path.stem, _help_of(ast.parse(path.read_text(encoding="utf-8")))


def _help_of(module: ast.Module) -> str:
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "help"
        ):
            return str(ast.literal_eval(node.value)).splitlines()[0]
    return ""


if __name__ == "__main__":
    sys.exit(main())

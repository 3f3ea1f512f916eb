"""Brings everything written up to date before the programs start: screens, tables, catalogue, people.

Runs in a process of its own (`python -m eok.run prepare`), so that the watching process never loads
Django; one process for all steps, because loading is most of their cost when nothing has changed.
"""

import argparse
from collections.abc import Sequence

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.voice import tell


def main(arguments: Sequence[str]) -> int:
    """`--no-demo` leaves the demonstration people and cases out."""
    parser = argparse.ArgumentParser(prog="eok prepare")
    parser.add_argument("--no-demo", action="store_true")
    demo = not parser.parse_args(arguments).no_demo
    set_up()
    from django.conf import settings

    for title, words in _steps(list(settings.DATABASES), demo=demo and bool(settings.EOK_DEMO)):
        _do(title, words)
    return 0


def _steps(databases: Sequence[str], *, demo: bool) -> list[tuple[str, list[str]]]:
    steps = [("화면", ["assets"])]
    steps += [
        ("자료 틀", ["migrate", "--no-input", "--verbosity=0", f"--database={name}"]) for name in databases
    ]
    steps.append(("민원사무 목록", ["catalogue", "sync"]))
    if demo:
        steps.append(("시험용 자료", ["demo"]))
    return steps


def _do(title: str, words: list[str]) -> None:
    from django.core.management import CommandError, call_command

    try:
        call_command(*words)
    except (CommandError, EokError) as error:
        tell(f"{title} 준비를 마치지 못해 시작하지 않았습니다.")
        raise LaunchError(str(error)) from error

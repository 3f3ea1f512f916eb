"""Brings everything written up to date before the programs start: keys, screens, tables, catalogue, people.

Runs in a process of its own (`python -m eok.run prepare`), so that the watching process never loads
Django; one process for all steps, because loading is most of their cost when nothing has changed.
"""

import argparse
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from eok.core.errors import EokError
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.voice import tell

UNREACHED = "{title} 준비 중 자료에 닿지 못했습니다. EOK_DATABASE_URL과 서버를 확인해 주세요. ({error})"

Step = tuple[str, Callable[[], str]]
"""What it brings up to date, and the work; returns what it has to say."""


def main(arguments: Sequence[str]) -> int:
    """`--no-demo` leaves the demonstration people and cases out."""
    parser = argparse.ArgumentParser(prog="eok prepare")
    parser.add_argument("--no-demo", action="store_true")
    demo = not parser.parse_args(arguments).no_demo
    set_up()
    from django.conf import settings

    from eok.core.upgrade import installed

    if settings.EOK_PRODUCTION:
        _require_upgraded()
    with _alone():
        for title, work in _steps(list(settings.DATABASES), demo=demo and bool(settings.EOK_DEMO)):
            tell(f"  {title}: {_sentence_of(title, work) or '좋습니다.'}")
    installed.note(settings.EOK_STATE_DIR)
    return 0


def _require_upgraded() -> None:
    """Data of an earlier release are backed up before their tables change, and `./eok upgrade` does so."""
    from django.db import DatabaseError

    from eok.core.upgrade import installed

    try:
        outdated = installed.is_outdated()
    except DatabaseError:
        return  # not there yet, or does not answer: the step that makes the tables says so
    if outdated:
        raise LaunchError(
            "이 자료는 옛 판의 것이라 열지 않았습니다. 아무것도 바꾸지 않았습니다. ./eok upgrade로 새 판으로 올린 뒤 다시 열어 주세요."
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Two machines that start on one database prepare it one after the other. Raises LaunchError."""
    from django.db import DatabaseError

    from eok.core.postgresql import locks

    with ExitStack() as stack:
        try:
            stack.enter_context(locks.waiting(locks.Lock.PREPARE))
        except DatabaseError as error:
            raise LaunchError(UNREACHED.format(title="자료", error=error)) from error
        yield


def _steps(databases: Sequence[str], *, demo: bool) -> list[Step]:
    steps = [("설정", _settings), ("열쇠", _keys), ("화면", _command("assets"))]
    steps += [
        (f"자료 틀({name})", _command("migrate", "--no-input", "--verbosity=0", f"--database={name}"))
        for name in databases
    ]
    steps.append(("민원사무 목록", _command("catalogue", "sync")))
    if demo:
        steps.append(("시험용 자료", _command("demo")))
    return steps


def _settings() -> str:
    """What the rooms need of the settings: told here, before a program ends of it again and again."""
    from eok.core.soundness import require_sound

    require_sound()
    return ""


def _keys() -> str:
    """Makes demonstration keys where that is allowed; production must have its own, and a token must answer."""
    from django.conf import settings

    from eok.core.keys import fingerprint, keyring

    demonstration = keyring().is_demonstration
    if demonstration and settings.EOK_PRODUCTION:
        raise LaunchError(
            "시험용 열쇠로는 운영할 수 없습니다. docs/keys.md를 따라 운영 열쇠를 만들어 주세요."
        )
    keyring().digest(
        "fingerprint", "start"
    )  # a house from before gets its look-up key here, before two ask at once
    return f"{'시험용 열쇠' if demonstration else '운영 열쇠'} {fingerprint(keyring())}"


def _command(*words: str) -> Callable[[], str]:
    """A management command; what it prints becomes one line."""

    def work() -> str:
        from django.core.management import call_command

        said = io.StringIO()
        call_command(*words, stdout=said)
        return " ".join(said.getvalue().split())

    return work


def _sentence_of(title: str, work: Callable[[], str]) -> str:
    """Raises LaunchError with a sentence for everything an operator can mend."""
    from django.core.management import CommandError
    from django.db import DatabaseError

    try:
        return work()
    except (CommandError, EokError) as error:
        raise LaunchError(f"{title} 준비를 마치지 못했습니다. {error}") from error
    except DatabaseError as error:
        raise LaunchError(UNREACHED.format(title=title, error=error)) from error
    except OSError as error:
        raise LaunchError(
            f"{title} 준비 중 파일을 쓰지 못했습니다. 디스크 자리와 권한을 확인해 주세요. ({error})"
        ) from error

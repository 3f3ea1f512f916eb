"""`./eok start`: from whatever state the machine is in to a running portal.

Order: first what may refuse without a trace (settings, words, another running house, port), then what the
machine lacks, then the data, then the programs.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence

from eok.core.launch import node, packages
from eok.core.launch.children import end_with_parent
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import settings
from eok.core.launch.places import log_dir
from eok.core.launch.plan import LOOPBACK, Place, plan
from eok.core.launch.ports import require_free
from eok.core.launch.running import only_one
from eok.core.launch.supervisor import Supervisor
from eok.core.launch.voice import answer, tell


def main(arguments: Sequence[str]) -> int:
    """Runs until Ctrl-C or SIGTERM (0); 1 when a program cannot be kept alive."""
    chosen = settings()
    words = _parser(str(chosen["EOK_PORT"])).parse_args(arguments)
    place = Place(words.host, words.port)
    demo = not words.no_demo and not chosen["EOK_PRODUCTION"]
    with only_one(place.url):
        require_free(place.host, place.port)
        packages.require(packages.TO_RUN)
        node.fetch()
        house = plan(place, demo=demo)
        _prepare(house.environment, demo=demo)
        supervisor = Supervisor(house.programs, log_dir=log_dir(), environment=house.environment)
        return supervisor.run(lambda: _welcome(place, demo=demo))


def _parser(port: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./eok start", description="e-OK 민원센터를 엽니다. 멈추기: Ctrl-C")
    parser.add_argument("--port", type=_port, default=port, help="듣는 포트")
    parser.add_argument("--host", default=LOOPBACK, help="듣는 주소(모든 주소는 0.0.0.0)")
    parser.add_argument("--no-demo", action="store_true", help="시험용 사람·민원과 모의 시스템 없이")
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise LaunchError(
            f"{text!r}은(는) 포트 번호가 아닙니다. 1부터 65535까지의 수를 적어 주세요: --port 8080"
        )
    return int(text)


def _prepare(environment: Mapping[str, str], *, demo: bool) -> None:
    tell("자료를 준비합니다… / preparing the data…")
    words = [sys.executable, "-m", "eok.run", "prepare", *([] if demo else ["--no-demo"])]
    done = subprocess.run(
        words, env=dict(environment), stdin=subprocess.DEVNULL, preexec_fn=end_with_parent, check=False
    )
    if done.returncode != 0:
        raise LaunchError(
            "위의 까닭으로 시작하지 않았습니다. 고친 뒤 다시 실행해 주세요. 자세히 보기: ./eok doctor"
        )


def _welcome(place: Place, *, demo: bool) -> None:
    answer(f"\ne-OK 민원센터가 열렸습니다:  {place.url}/")
    if demo:
        answer(f"시험용 안내(사람, 인증번호):  {place.url}/demo/")
    answer(f"멈추기: Ctrl-C   기록: {log_dir()}\n")

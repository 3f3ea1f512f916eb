"""`./eok lock`: resolves every package anew and pins it by hash, for all platforms, without addresses."""

import argparse
import os
import subprocess
from collections.abc import Sequence

from eok.core.launch import node
from eok.core.launch.errors import FetchError
from eok.core.launch.places import ROOT, cache_dir, tool
from eok.core.launch.voice import tell

LOCKS = ("uv", "runtime", "test", "node")
"""In this order: test.in is constrained by runtime.txt."""


def main(arguments: Sequence[str]) -> int:
    """Rewrites requirements/*.txt and package-lock.json; the next start installs what changed."""
    parser = argparse.ArgumentParser(prog="./eok lock", description="꾸러미의 판과 해시를 다시 고정합니다.")
    parser.add_argument("--upgrade", action="store_true", help="새 판으로 올리기")
    upgrade = parser.parse_args(arguments).upgrade
    for name in LOCKS:
        _call(_compile(name, upgrade=upgrade), f"requirements/{name}.txt")
    _call([*node.npm(), *_npm_words(upgrade=upgrade)], "package-lock.json")
    return 0


def _compile(name: str, *, upgrade: bool) -> list[str]:
    words = ["--quiet", "--generate-hashes", "--universal", "--no-header", "--no-emit-index-url"]
    words += ["--python-version", "3.11", *(["--upgrade"] if upgrade else [])]
    return [tool("uv"), "pip", "compile", *words, f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]


def _npm_words(*, upgrade: bool) -> list[str]:
    words = [
        "--package-lock-only",
        "--ignore-scripts",
        "--omit-lockfile-registry-resolved",
        "--no-audit",
        "--no-fund",
    ]
    return ["update" if upgrade else "install", *words]


def _call(command: list[str], what: str) -> None:
    tell(f"{what}을(를) 다시 고정합니다…")
    environment = dict(os.environ) | {"npm_config_cache": str(cache_dir("npm"))}
    if (
        subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
        != 0
    ):
        raise FetchError(
            f"{what}을(를) 고정하지 못했습니다. 앞의 것은 바뀌었을 수 있습니다. 까닭을 고치고 다시 실행해 주세요."
        )

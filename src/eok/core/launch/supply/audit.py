"""`./eok audit`: licences of all packages, and known vulnerabilities of what is pinned.

Licences are judged from what is installed. Vulnerabilities are asked of a service by pip-audit; where it can't be
reached, that is said plainly and nothing is claimed. What is found fails, unless `requirements/vulnerabilities.yaml`
names it with a reason and a day that has not passed.
"""

import argparse
import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from eok.core.launch import requirements
from eok.core.launch.places import ROOT, cache_dir, tool
from eok.core.launch.supply import bill, licences
from eok.core.launch.voice import answer

LOCKS = ("runtime", "test")
SECONDS = 120
"""Of the whole question; a service that does not answer must not hold up the tests."""
ACCEPTED = ROOT / "requirements" / "vulnerabilities.yaml"


@dataclass(frozen=True)
class Audit:
    """What the service said."""

    asked: int
    answered: int
    found: tuple[tuple[str, str], ...]
    """(id, package with version)"""


def main(arguments: Sequence[str]) -> int:
    """1 when a licence or a vulnerability must be looked at."""
    argparse.ArgumentParser(
        prog="./eok audit", description="꾸러미의 라이선스와 알려진 취약점을 봅니다."
    ).parse_args(arguments)
    requirements.add("test")
    components = bill.bill()["components"]
    refused = licences.refused(components)
    answer(f"라이선스: 꾸러미 {len(components)}개, 쓸 수 없거나 모르는 것 {len(refused)}개")
    for line in refused:
        answer(f"  {line}")
    return 1 if _tell(ask()) or refused else 0


def ask() -> Audit | None:
    """None when the service could not be asked at all."""
    words = [tool("pip-audit"), "--require-hashes", "--disable-pip", "--format", "json", "--timeout", "5"]
    words += ["--progress-spinner", "off", "--cache-dir", str(cache_dir("pip-audit"))]
    words += [word for name in LOCKS for word in ("-r", str(ROOT / "requirements" / f"{name}.txt"))]
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=dict(os.environ),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        return read(json.loads(done.stdout)["dependencies"])
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None


def read(dependencies: Iterable[Mapping[str, Any]]) -> Audit:
    """Any: as pip-audit's JSON is. A package that was skipped was not answered for."""
    listed = list(dependencies)
    judged = [one for one in listed if "skip_reason" not in one]
    found = [(v["id"], f"{one['name']} {one['version']}") for one in judged for v in one.get("vulns", [])]
    return Audit(len(listed), len(judged), tuple(dict.fromkeys(found)))


def unaccepted(found: Iterable[tuple[str, str]], today: date) -> list[str]:
    """Those nobody has accepted, or whose day has passed."""
    accepted = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))["accepted"]
    return [f"{name}: {package}" for name, package in found if not _holds(accepted.get(name), today)]


def _holds(entry: Mapping[str, Any] | None, today: date) -> bool:
    return entry is not None and bool(entry["why"]) and entry["until"] >= today


def _tell(audit: Audit | None) -> bool:
    """Says what is known; whether something must be looked at."""
    if audit is None or not audit.answered:
        asked = f" 물어본 {audit.asked}개 모두 답이 없었습니다." if audit else ""
        answer(
            f"취약점: 확인하지 못함. 취약점 목록에 닿지 못했습니다.{asked} 인터넷이 되는 곳에서 다시 해 주세요."
        )
        return False
    answer(f"취약점: 꾸러미 {audit.asked}개 가운데 {audit.answered}개 확인, 찾은 것 {len(audit.found)}개")
    if audit.answered < audit.asked:
        answer(f"  {audit.asked - audit.answered}개는 확인하지 못함")
    left = unaccepted(audit.found, _today())
    for line in left:
        answer(f"  {line}")
    return bool(left)


def _today() -> date:
    from eok.core import clock
    from eok.core.launch.framework import set_up

    set_up()
    return clock.seoul_now().date()

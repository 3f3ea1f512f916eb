"""`./eok doctor`: what is as it should be, what is not, and what to do about it.

Examines only; installs and repairs nothing. Works before anything is installed, as far as it can.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from eok.core.launch.doctor import data, machine
from eok.core.launch.doctor.finding import Finding
from eok.core.launch.voice import answer


def main(arguments: Sequence[str]) -> int:
    """0 when the portal can run, 1 when something must be mended first."""
    parser = argparse.ArgumentParser(
        prog="./eok doctor", description="설치 상태를 살펴봅니다. 고치지는 않습니다."
    )
    parser.add_argument("--json", action="store_true", help="JSON으로")
    as_json = parser.parse_args(arguments).json
    findings = [*machine.examine(), *data.examine()]
    sound = all(finding.ok or finding.optional for finding in findings)
    if as_json:
        answer(json.dumps({"ok": sound, "findings": [asdict(f) for f in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            answer(_line(finding))
        answer("\n모두 좋습니다." if sound else "\n!!로 시작하는 줄을 고쳐 주세요.")
    return 0 if sound else 1


def _line(finding: Finding) -> str:
    mark = "ok" if finding.ok else "--" if finding.optional else "!!"
    advice = "" if finding.ok or not finding.advice else f"\n     → {finding.advice}"
    return f"{mark}  {finding.name}: {finding.text}{advice}"

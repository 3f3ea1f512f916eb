"""`./eok trail check [--json] [--roots FILE]` · `./eok trail seal`.

Exit 0: good; 1: a finding, or what could not be sealed; 2: bad use.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from eok.core.clock import SEOUL
from eok.core.errors import EokError
from eok.trail import published
from eok.trail.actions.seal import seal_new
from eok.trail.checking.finding import Report
from eok.trail.checking.whole import check
from eok.trail.published import KeptRoot, UnreadableRootsError

BAD_USE = 2


class Command(BaseCommand):
    help = "기록: 사슬과 봉인을 모두 확인(check), 새 기록을 지금 봉인(seal)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("verb", choices=("check", "seal"))
        parser.add_argument("--json", action="store_true", help="JSON으로 답합니다")
        parser.add_argument(
            "--roots", type=Path, help="check: 다른 곳에 보관한 뿌리(roots.json)와도 견줍니다"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verb"] == "seal":
            self._seal()
        else:
            self._check(options["roots"], as_json=options["json"])

    def _seal(self) -> None:
        try:
            count = seal_new()
        except EokError as error:
            self.stderr.write(error.message)
            sys.exit(1)
        self.stdout.write(f"새 고리 {count}개를 봉인했습니다." if count else "새로 봉인할 것이 없습니다.")

    def _check(self, roots: Path | None, *, as_json: bool) -> None:
        try:
            report = check(_copies(roots))
        except UnreadableRootsError as error:
            self.stderr.write(error.message)
            sys.exit(BAD_USE)
        said = json.dumps(report.as_dict(), ensure_ascii=False) if as_json else _as_text(report)
        self.stdout.write(said)
        if report.findings:
            sys.exit(1)


def _copies(path: Path | None) -> list[KeptRoot]:
    if path is None:
        return []
    try:
        return published.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableRootsError(f"{path} 파일을 열지 못했습니다. 자리를 확인해 주세요.") from error


def _as_text(report: Report) -> str:
    lines = [found.text for found in report.findings]
    lines.append(
        f"사슬 {report.chains}개, 고리 {report.links}개, 봉인 {report.seals}개를 보았습니다. "
        f"어긋난 곳 {len(report.findings)}곳."
    )
    last = report.last_sealed_at
    when = f"{last.astimezone(SEOUL):%Y-%m-%d %H:%M}" if last else "아직 없음"
    lines.append(f"아직 봉인하지 않은 고리 {report.unsealed}개(잘못이 아닙니다). 마지막 봉인: {when}.")
    return "\n".join(lines)

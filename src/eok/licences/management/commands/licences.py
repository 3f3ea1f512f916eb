"""`./eok licences import FILE --register ID …` · `./eok licences replay [--check] [--json]`.

Exit 0: good; 1: a finding (rejected rows, an entry that differs from its events); 2: bad use.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from eok.core.errors import EokError
from eok.licences import replay
from eok.licences.importing.run import Order, Report, run

BAD_USE = 2


class Command(BaseCommand):
    help = "영업·등록 대장: 옛 대장 옮기기(import), 변동 내역에서 다시 만들기(replay)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        read_in = verbs.add_parser("import", help="CSV나 XLSX 파일의 대장을 옮깁니다")
        read_in.add_argument("file", type=Path)
        read_in.add_argument("--register", required=True, help="대장(districts의 registers.yaml)")
        read_in.add_argument("--columns", type=Path, help="칸 이름을 정한 파일(YAML)")
        read_in.add_argument("--encoding", default="", help="CSV의 글자 (없으면 UTF-8, 아니면 CP949)")
        read_in.add_argument("--rejects", type=Path, help="옮기지 못한 줄을 적을 파일")
        read_in.add_argument("--dry-run", action="store_true", help="적지 않고 살펴만 봅니다")
        read_in.add_argument(
            "--all-or-nothing", action="store_true", help="틀린 줄이 있으면 하나도 적지 않습니다"
        )
        read_in.add_argument("--json", action="store_true")
        again = verbs.add_parser("replay", help="변동 내역에서 대장을 다시 만듭니다")
        again.add_argument("--check", action="store_true", help="고치지 않고 다른 곳만 말합니다")
        again.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["verb"] == "replay":
            self._replay(check=options["check"], as_json=options["json"])
        else:
            self._import(options)

    def _replay(self, *, check: bool, as_json: bool) -> None:
        found = list(replay.differences())
        made = 0 if check else replay.rebuild()
        if as_json:
            differing = [{"licence_no": one.licence_no, "what": one.what} for one in found]
            self.stdout.write(json.dumps({"differing": differing, "rebuilt": made}, ensure_ascii=False))
        else:
            self._tell_replay(found, made)
        if check and found:
            sys.exit(1)

    def _tell_replay(self, found: list[replay.Difference], made: int) -> None:
        for one in found:
            self.stdout.write(f"{one.licence_no}: 변동 내역과 다른 것: {one.what}")
        self.stdout.write(f"변동 내역과 다른 줄 {len(found)}개, 다시 만든 줄 {made}개.")

    def _import(self, options: dict[str, Any]) -> None:
        order = Order(
            file=options["file"],
            register=options["register"],
            columns=options["columns"],
            encoding=options["encoding"],
            rejects=options["rejects"],
            dry_run=options["dry_run"],
            all_or_nothing=options["all_or_nothing"],
        )
        try:
            report = run(order, progress=self.stderr.write)
        except EokError as error:
            self.stderr.write(error.message)
            sys.exit(BAD_USE)
        told = json.dumps(report.as_dict(), ensure_ascii=False) if options["json"] else _words(report)
        self.stdout.write(told)
        if report.rejected:
            sys.exit(1)


def _words(report: Report) -> str:
    lines = [
        f"모두 {report.rows:,}줄: 옮김 {report.imported:,}, 이미 있음 {report.already:,}, 옮기지 못함 {report.rejected:,}."
    ]
    if report.dry_run:
        lines.append("살펴만 보았습니다. 아무것도 적지 않았습니다.")
    elif report.held_back:
        lines.append("틀린 줄이 있어 하나도 적지 않았습니다(--all-or-nothing).")
    lines += [f"  {count:,}줄: {why}" for why, count in report.kinds.most_common()]
    if report.rejects_file:
        lines.append(f"옮기지 못한 줄과 까닭: {report.rejects_file}")
    return "\n".join(lines)

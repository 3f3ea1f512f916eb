"""`./eok adopt check [--json] | export [--to FILE] | import FILE --officer LOGIN | sync`.

What the law leaves to the district, and what of it is still open. Exit 0: nothing open; 1: something; 2: bad use.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eok.accounts import queries as accounts
from eok.catalogue import adopted, adoption, open_facts
from eok.catalogue.actions import adopt as actions
from eok.catalogue.actions.adopt import Wanted
from eok.catalogue.adopted import Entry
from eok.catalogue.open_facts import OpenFact
from eok.core.errors import EokError


class Command(BaseCommand):
    help = "우리 구 사실: 아직 모르는 것(check), 확인한 것 내보내기(export), 들이기(import), 나누기(sync)"
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=("check", "export", "import", "sync"))
        parser.add_argument("file", nargs="?", type=Path, help="import: adopted.yaml 꼴의 파일")
        parser.add_argument("--to", type=Path, help="export: 적을 파일(비우면 화면에)")
        parser.add_argument("--officer", help="import: 채운 사람으로 남을 직원의 아이디")
        parser.add_argument("--json", action="store_true", help="JSON으로 답합니다")

    def handle(self, *args: Any, **options: Any) -> None:
        verb = options["verb"]
        if (verb == "import") != bool(options["file"]) or (verb == "import") != bool(options["officer"]):
            self._bad_use("import에만 파일과 --officer를 적습니다.")
        if verb == "check":
            self._check(as_json=options["json"])
        elif verb == "export":
            self._export(options["to"])
        elif verb == "import":
            self._import(options["file"], options["officer"])
        else:
            self.stdout.write("새로 나누었습니다." if adoption.refresh() else "새로 나눌 것이 없습니다.")

    def _check(self, *, as_json: bool) -> None:
        found = open_facts.listed()
        if as_json:
            self.stdout.write(json.dumps(report(found), ensure_ascii=False, indent=1, default=str))
        else:
            for one in found:
                self.stdout.write(_line(one))
            affairs = len({one.service for one in found})
            self.stdout.write(f"모르는 사실 {len(found)}가지, 운영에서 닫히는 민원사무 {affairs}건")
        if found:
            sys.exit(1)

    def _export(self, to: Path | None) -> None:
        text = adopted.written(adoption.entries())
        if to is None:
            self.stdout.write(text, ending="")
        else:
            to.write_text(text, encoding="utf-8")
            self.stdout.write(f"{to}에 적었습니다. 구의 폴더에 {adopted.FILE}로 두면 그대로 읽습니다.")

    def _import(self, file: Path, login: str) -> None:
        officer = accounts.working().filter(login=login).first()
        if officer is None or not file.is_file():
            self._bad_use(f"파일({file})이나 직원({login})이 없습니다. 다시 적어 주세요.")
            return
        found, problems = adopted.read(file)
        faults = [str(problem) for problem in problems]
        for one in found:
            try:
                actions.fill(_wanted(one.entry), by=officer)
            except EokError as error:
                faults.append(f"{one.place}: {error.message}")
        for fault in faults:
            self.stdout.write(fault)
        self.stdout.write(
            f"{len(found) - len(faults) + len(problems)}가지를 채웠습니다. 다른 사람의 확인을 기다립니다."
        )
        if faults:
            sys.exit(1)

    def _bad_use(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(2)


def report(found: tuple[OpenFact, ...]) -> dict[str, Any]:
    """`check --json`."""
    return {
        "open": len(found),
        "shut": sorted({one.service for one in found}),
        "facts": [asdict(one) for one in found],
    }


def _wanted(entry: Entry) -> Wanted:
    source = entry.source
    rule = source.where or source.cite or ""
    return Wanted(entry.service, entry.field, entry.value, rule, entry.from_, source.note or "")


def _line(one: OpenFact) -> str:
    begins = f" ({one.since}부터)" if one.since else ""
    said = f" ‘{one.says}’" if one.says else ""
    return f"{one.department}\t{one.service}\t{one.field}\t{one.label}{begins}: {one.grade}{said}. 찾을 곳: {one.find}"

"""`./eok catalogue check | stats | list | show ID | sync`.

Exit 0: good; 1: a finding (each with file and line); 2: bad use.
"""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from eok.catalogue import adoption, checks, places, queries, report, stamp
from eok.catalogue.errors import ServiceNotFoundError
from eok.catalogue.problems import Problem


class Command(BaseCommand):
    help = "민원사무: 파일 검사(check), 셈(stats), 목록(list), 한 가지 보기(show), 새로 읽히기(sync)"
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=("check", "stats", "list", "show", "sync"))
        parser.add_argument("service", nargs="?", help="show: 민원사무의 id")
        parser.add_argument("--json", action="store_true", help="JSON으로 답합니다")

    def handle(self, *args: Any, **options: Any) -> None:
        if (options["verb"] == "show") != bool(options["service"]):
            self._bad_use("show에는 id 하나를, 다른 것에는 아무것도 적지 않습니다.")
        verbs = {"check": self._check, "stats": self._stats, "list": self._list, "sync": self._sync}
        if options["verb"] == "show":
            self._show(options["service"])
        else:
            verbs[options["verb"]](options["json"])

    def _check(self, as_json: bool) -> None:
        problems = _problems()
        if as_json:
            self._say([{"file": p.file, "line": p.line, "text": p.text} for p in problems])
        else:
            for problem in problems:
                self.stdout.write(str(problem))
            self.stdout.write(f"민원사무 {len(queries.all_services())}건, 고칠 곳 {len(problems)}곳")
        if problems:
            sys.exit(1)

    def _sync(self, as_json: bool) -> None:
        """Verify, then tell every process to read anew. A fault leaves them on what they have."""
        adoption.refresh()
        problems = _problems()
        if problems:
            self._check(as_json)
        services = queries.all_services()
        stamp.write(f"{len(services)}\n")
        if not as_json:
            self.stdout.write(f"민원사무 {len(services)}건을 읽었습니다.")

    def _stats(self, as_json: bool) -> None:
        counts = report.stats(queries.all_services(), settings.EOK_DATA_DIR / "systems")
        if as_json:
            self._say(counts)
            return
        written = counts.pop("texts")
        for name, value in counts.items():
            self.stdout.write(f"{name}: {value}")
        self.stdout.write(
            f"글 {written['all']}개 가운데 쉬운 말이 없는 것 {written['without_easy']}개, 영어가 없는 것 {written['without_en']}개"
        )
        for name, lacking in written["by_service"].items():
            self.stdout.write(f"  {name}: 쉬운 말 {lacking['easy']}개, 영어 {lacking['en']}개")

    def _list(self, as_json: bool) -> None:
        for service in queries.all_services():
            line = report.line(service)
            text = json.dumps(line, ensure_ascii=False) if as_json else f"{line['id']}  {line['title']}"
            self.stdout.write(text)

    def _show(self, service_id: str) -> None:
        try:
            self._say(report.resolved(queries.get(service_id)))
        except ServiceNotFoundError:
            self._bad_use(f"{service_id}이라는 민원사무가 없습니다. ./eok catalogue list로 확인해 주세요.")

    def _say(self, value: object) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=1))

    def _bad_use(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(2)


def _problems() -> list[Problem]:
    """Of every state of every service, also of those whose day has not come."""
    found = set(queries.loaded().problems)
    for state in (state for states in queries.loaded().states.values() for state in reversed(states)):
        places.remember(state.service.id, state.file)
        for check in checks.registered():
            found.update(check(state.service))
    return sorted(found)

"""`./eok clock`: cases as JSON lines on stdin, each answered with its due time and why."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eok.offices.calendar import calendar
from eok.offices.clock_lines import CaseLineError, answer
from eok.rules.clock import Policy

ACCEPTANCES = ("snap", "arrival", "manual")
EXCLUSIONS = ("whole_days", "instant")


class Command(BaseCommand):
    help = "법정 기한을 셉니다: 표준입력의 JSON 줄마다 기한과 까닭"
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--supplement-exclusion", choices=EXCLUSIONS, default=EXCLUSIONS[0], help="R7")
        parser.add_argument("--acceptance", choices=ACCEPTANCES, default=ACCEPTANCES[0], help="R2")

    def handle(self, *args: Any, **options: Any) -> None:
        policy = Policy(options["acceptance"], options["supplement_exclusion"] == "instant")
        known, bad = calendar(), 0
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                told = answer(line, known, policy)
            except CaseLineError as error:
                told, bad = {"line": number, "error": str(error)}, bad + 1
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        if bad:
            sys.exit(1)

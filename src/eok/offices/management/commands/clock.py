"""`./eok clock`: cases as JSON lines on stdin, each answered with its due time and why."""

import argparse
import json
import sys
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eok.offices.calendar import calendar
from eok.offices.clock_lines import CaseLineError, answer
from eok.rules.clock import Policy

READINGS: dict[str, tuple[str, dict[str, object]]] = {
    "acceptance": ("acceptance", {"snap": "snap", "arrival": "arrival", "manual": "manual"}),
    "supplement_exclusion": ("by_instant", {"whole_days": False, "instant": True}),
    "other_exclusion": ("others_from_next_day", {"from_next_day": True, "whole_days": False}),
}
"""Name of a reading → the field of `Policy` and its values (R2, R7, R8)."""


class Command(BaseCommand):
    help = "법정 기한을 셉니다: 표준입력의 JSON 줄마다 기한과 까닭(줄이 틀리면 error와 함께 끝값 1)"
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--setting",
            action="append",
            default=[],
            type=_reading,
            metavar="이름=값",
            help="다른 해석으로 셉니다: "
            + ", ".join(f"{name}={'|'.join(values)}" for name, (_, values) in READINGS.items()),
        )

    def handle(self, *args: Any, **options: Any) -> None:
        policy = replace(Policy(), **dict(options["setting"]))
        known, bad = calendar(), 0
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            try:
                told = answer(line, known, policy)
            except CaseLineError as error:
                told, bad = {"id": error.case_id, "line": number, "error": error.message}, bad + 1
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        if bad:
            sys.exit(1)


def _reading(text: str) -> tuple[str, object]:
    """`supplement_exclusion=instant` as a field of Policy."""
    name, _, value = text.partition("=")
    field, values = READINGS.get(name, ("", {}))
    if value not in values:
        raise argparse.ArgumentTypeError(f"{text}: 그런 해석이 없습니다.")
    return field, values[value]

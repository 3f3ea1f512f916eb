"""`./eok bench NAME`: measure the house against bare baselines; the benches lie in `benchmarks/`.

Tells what was reached and what was not; a goal missed is exit code 1, a finding.
"""

from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    requires_system_checks: list[str] = []  # measures houses of its own, not this one
    help = "성능 재기 NAME [--json] [--quick] · measure against bare baselines"

    def add_arguments(self, parser: CommandParser) -> None:
        suite = import_module("benchmarks.suite")
        parser.add_argument("name", choices=[*suite.BENCHES, "all"], help="무엇을 잴지")
        parser.add_argument("--json", action="store_true", help="JSON으로")
        parser.add_argument("--quick", action="store_true", help="도는지만 짧게 보기(값은 쓰지 않음)")

    def handle(self, *args: Any, **options: Any) -> None:
        suite = import_module("benchmarks.suite")  # lies beside src/, as the simulators do
        names = suite.BENCHES if options["name"] == "all" else (options["name"],)
        facts, results = suite.run(names, quick=options["quick"])
        self.stdout.write(
            suite.as_json(facts, results) if options["json"] else suite.as_table(facts, results)
        )
        if any(figure.reached is False for result in results for figure in result.figures):
            raise SystemExit(1)

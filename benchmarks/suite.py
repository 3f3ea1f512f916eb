"""The list of benches, and how they are run and told."""

import json
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from benchmarks import machine
from benchmarks.figures import Figure, Result
from benchmarks.places import workshop
from eok.core.launch.voice import tell

BENCHES = ("page", "form", "desk", "filing", "jobs", "start", "weight", "inner", "conditions")
MARKS = {True: "도달", False: "미달", None: ""}


class Bench(Protocol):
    """What each module of a bench offers."""

    def measure(self, *, quick: bool) -> Result:
        """quick: a short run that shows that it works; its figures are no figures."""


Report = dict[str, object]


def run(names: Sequence[str], *, quick: bool) -> tuple[Report, list[Result]]:
    """The machine, then each bench in turn."""
    with workshop("machine") as folder:
        facts = machine.describe(folder)
    results = []
    for name in names:
        tell(f"재는 중: {name}…")
        results.append(cast(Bench, import_module(f"benchmarks.{name}")).measure(quick=quick))
    return facts, results


def as_json(facts: Report, results: Sequence[Result]) -> str:
    """Everything, for programs."""
    report = {"machine": facts, "benches": [result.as_json() for result in results]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_table(facts: Report, results: Sequence[Result]) -> str:
    """Everything, for people."""
    lines = [" · ".join(f"{name} {value}" for name, value in facts.items())]
    for result in results:
        lines += ["", f"■ {result.bench}", *map(_line, result.figures), *(f"  ※ {n}" for n in result.notes)]
    return "\n".join(lines)


def _line(figure: Figure) -> str:
    goal = f"목표 {figure.goal}" if figure.goal else ""
    value = f"{figure.value:,.3g}" if abs(figure.value) < 1000 else f"{figure.value:,.0f}"
    return f"  {figure.label:<52} {value:>9} {figure.unit:<6} {goal:<14} {MARKS[figure.reached]}".rstrip()

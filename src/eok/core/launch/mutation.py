"""The mutation score after `mutmut run`: of the changes planted in a part, how many did a test notice.

Fails below the goal, for each part by itself, so that a well-tested part can't cover for another.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from eok.core.launch.places import ROOT
from eok.core.launch.voice import answer

PARTS = ("src/eok/rules/", "src/eok/casework/lifecycle.py")
GOAL = 0.90
CAUGHT = frozenset({1, 3, 24, -24, 36, 152, 255})
"""Exit codes of a test run that failed or, in an endless loop, ran out of time."""


def main(folder: Path = ROOT / "mutants") -> int:
    """0 when every part reaches the goal."""
    codes = _codes(folder)
    return max(_tell(part, [code for path, code in codes if path.startswith(part)]) for part in PARTS)


def _codes(folder: Path) -> list[tuple[str, int | None]]:
    """File and exit code of each planted change."""
    return [
        (str(meta.relative_to(folder)), code)
        for meta in sorted(folder.rglob("*.py.meta"))
        for code in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].values()
    ]


def _tell(part: str, codes: list[int | None]) -> int:
    caught = sum(count for code, count in Counter(codes).items() if code in CAUGHT)
    score = caught / len(codes) if codes else 0.0
    answer(f"{part}: {len(codes)}곳을 바꾸어 {caught}곳을 알아챘습니다 ({score:.1%}, 목표 {GOAL:.0%} 이상).")
    return int(score < GOAL)


if __name__ == "__main__":
    sys.exit(main())

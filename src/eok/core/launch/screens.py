"""`./eok screens`: draw every page at 1,280 and 360 px with the demonstration data into docs/screens/.

For looking at what was built beside what was meant; the pictures are not committed.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence

from eok.core.launch import node, packages, requirements
from eok.core.launch.places import ROOT


def main(arguments: Sequence[str]) -> int:
    """0 when every page was drawn."""
    argparse.ArgumentParser(
        prog="./eok screens",
        description="시험용 자료로 모든 화면을 1,280과 360픽셀로 그려 docs/screens/에 둡니다.",
    ).parse_args(arguments)
    packages.require(packages.TO_TEST_WHOLE)
    requirements.add("test")
    node.fetch()
    words = [sys.executable, "-m", "tests.journeys.screens"]
    return subprocess.run(words, cwd=ROOT, check=False).returncode

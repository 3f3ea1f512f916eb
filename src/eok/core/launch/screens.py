"""`./eok screens`: draw every page at 1,280 and 360 px with the demonstration data into docs/screens/.

For looking at what was built beside what was meant; the pictures are not committed.
"""

import subprocess
import sys
from collections.abc import Sequence

from eok.core.launch import node, packages, requirements
from eok.core.launch.places import ROOT


def main(arguments: Sequence[str]) -> int:
    """0 when every page was drawn."""
    packages.require(packages.TO_TEST_WHOLE)
    requirements.add("test")
    node.fetch()
    words = [sys.executable, "-m", "tests.journeys.screens", *arguments]
    return subprocess.run(words, cwd=ROOT, check=False).returncode

"""`./eok backup` in a process beside the house, as an operator's terminal shows it."""

import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from eok.run import main


def run(*words: str) -> None:
    """Prints the exit code, and what was said about it."""
    said = StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        code = main(["backup", *words])
    json.dump([code, said.getvalue()], sys.stdout)

"""An officer who is signed in, printed for a client beside the house."""

import sys

from benchmarks.seeds.worklist import DEPARTMENT, _session


def enter() -> None:
    """Prints the session of the first officer of a department."""
    from eok.accounts.models import Officer

    sys.stdout.write(_session(Officer.objects.filter(department=DEPARTMENT).order_by("pk")[0]))

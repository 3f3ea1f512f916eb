"""When the last backup was made."""

from datetime import datetime
from pathlib import Path

from eok.core.backup import series
from eok.core.launch.doctor.finding import Finding

TOLERATED_HOURS = 26
"""One a day, and two hours for one that runs late."""


def last_backup(state_dir: Path, *, production: bool) -> Finding:
    """No fault of a trial."""
    from eok.core import clock  # loads Django, which the doctor must do without until it is there

    advice = "./eok backup을 날마다 하게 둡니다(docs/operations.md의 ‘날마다 백업’)."
    found = series.last(state_dir)
    if found is None:
        return Finding("백업", False, "아직 한 적이 없습니다", advice, optional=not production)
    hours = (clock.now() - datetime.fromisoformat(found.made_at)).total_seconds() / 3600
    ok = hours <= TOLERATED_HOURS
    return Finding("백업", ok, f"마지막 백업 {hours:.0f}시간 전", advice, optional=not production)

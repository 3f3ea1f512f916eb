"""Time as the demonstration has it: `EOK_CLOCK=file:PATH` moves the simulators together with eok."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path


def now() -> datetime:
    """This instant, aware, UTC. The file holds an ISO instant or a number of seconds such as `+86400`."""
    setting = os.environ.get("EOK_CLOCK", "")
    text = _content(Path(setting.removeprefix("file:"))) if setting else ""
    machine = datetime.now(UTC)
    if text.startswith(("+", "-")):
        return machine + timedelta(seconds=float(text))
    return datetime.fromisoformat(text).astimezone(UTC) if text else machine


def _content(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""

"""A state directory of its own for each test run, set before anything reads the settings.

Loaded by `-p tests.state` (pyproject.toml): pytest-django reads the settings before any conftest.
"""

import os
import tempfile
from pathlib import Path

OUTER = Path(
    os.environ.setdefault(
        "TESTED_STATE_DIR", os.environ.get("EOK_STATE_DIR", str(Path(__file__).parents[1] / "var"))
    )
)
"""Where `./eok` keeps what it installed: node modules and built assets are borrowed from there.

Kept in the environment, for the workers of pytest-xdist inherit ours, changed EOK_STATE_DIR and all.
"""

STATE = Path(tempfile.mkdtemp(prefix="eok-test-"))

os.environ["EOK_STATE_DIR"] = str(STATE)
os.environ.setdefault("EOK_PRODUCTION", "0")
os.environ.setdefault("EOK_RATES", "0")  # a test asks faster than anybody; tests of the rates switch them on

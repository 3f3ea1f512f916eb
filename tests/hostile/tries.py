"""How many tries, and from which seed: `HOSTILE_TRIES=100000 HOSTILE_SEED=7 pytest tests/hostile`."""

import os

ALL = int(os.environ.get("HOSTILE_TRIES", "2500"))
"""In all, over the tests of this folder; the common test run takes the small number."""
SEED = int(os.environ.get("HOSTILE_SEED", "20261123"))


def share(percent: float) -> int:
    """So many of all tries."""
    return max(5, int(ALL * percent / 100))

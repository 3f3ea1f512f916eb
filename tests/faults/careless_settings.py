"""The house with durability turned down, to show that the tests would see it. Never used elsewhere.

`CARELESS_SYNCHRONOUS`: what SQLite is told instead of FULL.
"""

import os

from eok.settings import *  # noqa: F403
from eok.settings import DATABASES as _CAREFUL


def _turned_down(database: dict[str, object]) -> dict[str, object]:
    options = database["OPTIONS"]
    assert isinstance(options, dict)
    careful = str(options["init_command"])
    careless = careful.replace("synchronous=FULL", f"synchronous={os.environ['CARELESS_SYNCHRONOUS']}")
    assert careless != careful
    return {**database, "OPTIONS": {**options, "init_command": careless}}


DATABASES = {**_CAREFUL, "default": _turned_down(_CAREFUL["default"])}

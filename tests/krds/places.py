"""Where the screen packages lie that the tests build from."""

import sys
from pathlib import Path

STATE = Path(sys.prefix).parent
"""The state folder `./eok` works in: its environment and its screen packages lie side by side."""

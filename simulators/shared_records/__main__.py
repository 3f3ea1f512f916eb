"""`python -m simulators.shared_records --port P`."""

import sys

from simulators.server import run
from simulators.shared_records.centre import Centre

sys.exit(run(Centre, "shared_records"))

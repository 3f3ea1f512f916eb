"""`python -m simulators.addresses --port P`."""

import sys

from simulators.addresses.search import Search
from simulators.server import run

sys.exit(run(Search, "addresses"))

"""`python -m simulators.identity --port P`."""

import sys

from simulators.identity.provider import Provider
from simulators.server import run

sys.exit(run(Provider, "identity"))
